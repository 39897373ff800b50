/**
 * The commands, one class each: its definition, and what it does. Uses the packages of the shell and
 * {@code dev.vsh.driver}, but no driver by name and no terminal library.
 */
@NullMarked
package dev.vsh.shell.verb;

import org.jspecify.annotations.NullMarked;
