/**
 * The LXC driver's files: definitions, the state of what runs, locks. Every file is written whole and renamed into
 * place. Uses {@code dev.vsh.driver} for errors, {@code dev.vsh.domain} for values and {@code dev.vsh.linux} for
 * locks.
 */
@NullMarked
package dev.vsh.driver.lxc.store;

import org.jspecify.annotations.NullMarked;
