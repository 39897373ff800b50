/**
 * The launcher {@code vsh/bin/vsh}, run with JDKs and a Maven that are shell scripts. Uses nothing of
 * this project but that file.
 */
@NullMarked
package dev.vsh.launcher;

import org.jspecify.annotations.NullMarked;
