/**
 * Examines the host: what containers need of its kernel, its programs and its settings, and the command that brings what
 * is not there. Uses {@code dev.vsh.driver}, {@code dev.vsh.driver.lxc.store} for the folders, {@code dev.vsh.cgroup} and
 * {@code dev.vsh.linux}; changes nothing.
 */
@NullMarked
package dev.vsh.driver.lxc.doctor;

import org.jspecify.annotations.NullMarked;
