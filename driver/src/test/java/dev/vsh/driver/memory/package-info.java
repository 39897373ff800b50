/** Tests of {@code dev.vsh.driver.memory}. */
@NullMarked
package dev.vsh.driver.memory;

import org.jspecify.annotations.NullMarked;
