/**
 * Reads the configuration of an LXC container, {@code lxc.container.conf(5)}, into the model and writes it back;
 * whatever has no counterpart on the other side becomes a warning. Uses {@code dev.vsh.domain}, and reads the files that
 * a configuration includes.
 */
@NullMarked
package dev.vsh.domain.lxctools;

import org.jspecify.annotations.NullMarked;
