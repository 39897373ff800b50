/**
 * The kernel, seen from Java: system calls, file descriptors, errno. The only package that knows JNA; it uses nothing else
 * of this project.
 */
@NullMarked
package dev.vsh.linux;

import org.jspecify.annotations.NullMarked;
