/**
 * Pictures of what runs: trees, differences, bars and curves, and the screen of {@code top}. Uses {@code dev.vsh.driver}
 * and the shell's {@code output} and {@code console}; asks, and never changes anything.
 */
@NullMarked
package dev.vsh.shell.look;

import org.jspecify.annotations.NullMarked;
