/**
 * The one room where JLine lives: line editing, history and raw mode behind the interfaces of the
 * other packages, on the system calls of {@code dev.vsh.linux}. Nothing here is loaded unless somebody sits at a
 * terminal.
 */
@NullMarked
package dev.vsh.shell.terminal;

import org.jspecify.annotations.NullMarked;
