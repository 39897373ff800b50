/** Tests of {@code dev.vsh.shell.verb}. */
@NullMarked
package dev.vsh.shell.verb;

import org.jspecify.annotations.NullMarked;
