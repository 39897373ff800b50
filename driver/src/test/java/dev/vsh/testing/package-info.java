/** What tests of several packages share. Uses nothing of this project. */
@NullMarked
package dev.vsh.testing;

import org.jspecify.annotations.NullMarked;
