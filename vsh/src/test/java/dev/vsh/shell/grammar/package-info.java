/** Tests of {@code dev.vsh.shell.grammar}. */
@NullMarked
package dev.vsh.shell.grammar;

import org.jspecify.annotations.NullMarked;
