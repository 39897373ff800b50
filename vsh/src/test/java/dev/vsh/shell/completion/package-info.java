/** Tests of completion and hints. */
@NullMarked
package dev.vsh.shell.completion;

import org.jspecify.annotations.NullMarked;
