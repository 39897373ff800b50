/**
 * {@code test:///default}: domains that live in the memory of one connection, to try commands on and
 * to test against; no process is started and no file touched. Uses {@code dev.vsh.driver}, {@code
 * dev.vsh.domain}, {@code dev.vsh.network} and {@code dev.vsh.domain.xml}.
 */
@NullMarked
package dev.vsh.driver.memory;

import org.jspecify.annotations.NullMarked;
