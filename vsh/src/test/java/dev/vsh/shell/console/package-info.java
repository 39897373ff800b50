/** Tests of {@code dev.vsh.shell.console}. */
@NullMarked
package dev.vsh.shell.console;

import org.jspecify.annotations.NullMarked;
