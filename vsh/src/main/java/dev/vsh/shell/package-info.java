/**
 * The shell: reads what the user wants, runs it, answers with an exit status. Wires the packages
 * below it together; of the drivers it knows only {@code dev.vsh.driver}.
 */
@NullMarked
package dev.vsh.shell;

import org.jspecify.annotations.NullMarked;
