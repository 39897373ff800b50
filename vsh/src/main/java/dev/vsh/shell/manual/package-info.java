/**
 * What is written about commands for people: help, examples, manual pages, and completion for other shells, all drawn
 * from the table of commands. Uses {@code dev.vsh.shell.command} and {@code dev.vsh.shell.output}; nothing of it is
 * loaded by commands that print none of it.
 */
@NullMarked
package dev.vsh.shell.manual;

import org.jspecify.annotations.NullMarked;
