/** Tests of the pictures. */
@NullMarked
package dev.vsh.shell.look;

import org.jspecify.annotations.NullMarked;
