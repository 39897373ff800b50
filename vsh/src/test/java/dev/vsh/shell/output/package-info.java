/** Tests of {@code dev.vsh.shell.output}. */
@NullMarked
package dev.vsh.shell.output;

import org.jspecify.annotations.NullMarked;
