/**
 * What the user sees of a command: results, messages, errors, tables, and the log file. Uses nothing
 * but the JDK.
 */
@NullMarked
package dev.vsh.shell.output;

import org.jspecify.annotations.NullMarked;
