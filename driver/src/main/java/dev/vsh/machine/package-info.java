/**
 * What the machine that containers run on has and does: processors, memory, maker. Values, and the reader that takes
 * them from {@code /proc} and {@code /sys}; uses {@code dev.vsh.domain} for sizes and sets of numbers.
 */
@NullMarked
package dev.vsh.machine;

import org.jspecify.annotations.NullMarked;
