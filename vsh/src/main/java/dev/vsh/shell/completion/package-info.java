/**
 * What could come next on a command line. Derives everything from {@code command} and {@code grammar}
 * and never prints.
 */
@NullMarked
package dev.vsh.shell.completion;

import org.jspecify.annotations.NullMarked;
