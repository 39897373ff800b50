/**
 * End-to-end tests: real containers, looked at from inside and outside. They use the driver's API and the launcher, as
 * users do, and {@code dev.vsh.it.harness}.
 */
@NullMarked
package dev.vsh.it;

import org.jspecify.annotations.NullMarked;
