/** Tests of {@code dev.vsh.shell.guests}. */
@NullMarked
package dev.vsh.shell.guests;

import org.jspecify.annotations.NullMarked;
