/**
 * What one run of the shell remembers from command to command: the connection, the directory, whether
 * to go on. Uses {@code dev.vsh.driver}, {@code command} and {@code output}.
 */
@NullMarked
package dev.vsh.shell.session;

import org.jspecify.annotations.NullMarked;
