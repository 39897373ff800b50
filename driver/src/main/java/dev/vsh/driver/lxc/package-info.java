/**
 * The LXC driver: its verbs, and the planner that turns a definition into what the helper does. Uses {@code
 * dev.vsh.driver}, {@code dev.vsh.domain} and its XML, {@code dev.vsh.plan}, {@code dev.vsh.cgroup}, {@code
 * dev.vsh.netlink}, {@code dev.vsh.helper.protocol}, {@code dev.vsh.linux}, {@code
 * dev.vsh.network}, its own store, its own networks and its
 * own doctor.
 */
@NullMarked
package dev.vsh.driver.lxc;

import org.jspecify.annotations.NullMarked;
