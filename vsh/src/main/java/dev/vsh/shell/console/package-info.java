/**
 * The near end of a container console: copies between a {@link dev.vsh.driver.ConsoleStream} and
 * whatever the user has at hand, a terminal or a pipe. Knows the terminal only as an interface.
 */
@NullMarked
package dev.vsh.shell.console;

import org.jspecify.annotations.NullMarked;
