/** Tests of {@code dev.vsh.shell.terminal}. */
@NullMarked
package dev.vsh.shell.terminal;

import org.jspecify.annotations.NullMarked;
