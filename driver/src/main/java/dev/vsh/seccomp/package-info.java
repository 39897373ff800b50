/**
 * The filter that refuses a container some system calls, as a classic BPF program: pure values, from a document's rules
 * to the instructions that seccomp(2) takes. Uses {@code dev.vsh.domain} for the rules and {@code dev.vsh.linux} for the
 * kernel's error numbers.
 */
@NullMarked
package dev.vsh.seccomp;

import org.jspecify.annotations.NullMarked;
