/**
 * What a command is, as data: {@link dev.vsh.shell.command.CommandDefinition} with its options; help,
 * parsing and completion all derive from it. Uses nothing but the JDK and {@code dev.vsh.driver} for
 * the errors that a command passes on.
 */
@NullMarked
package dev.vsh.shell.command;

import org.jspecify.annotations.NullMarked;
