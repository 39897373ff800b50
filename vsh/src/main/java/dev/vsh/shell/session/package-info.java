/**
 * What one run of the shell remembers from command to command and shares among them: the connection,
 * the directory, the terminal, whether to go on. Uses {@code dev.vsh.driver} and the shell's {@code
 * command}, {@code output}, {@code console} and {@code completion}.
 */
@NullMarked
package dev.vsh.shell.session;

import org.jspecify.annotations.NullMarked;
