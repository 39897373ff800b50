/**
 * Kills the product's processes in front of one system call after another, and looks at what is left. Uses the test
 * harness, and {@code dev.vsh.linux} for ptrace(2): the product knows nothing of it.
 */
@NullMarked
package dev.vsh.it.fault;

import org.jspecify.annotations.NullMarked;
