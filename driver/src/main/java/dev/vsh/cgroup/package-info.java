/**
 * Control groups, v1, hybrid and v2: which hierarchies a host has, what a container's groups in them are, and what a
 * running container's groups say. Uses {@code dev.vsh.domain}, {@code dev.vsh.plan} and {@code dev.vsh.linux}; the
 * files it reads are found from paths it is given.
 */
@NullMarked
package dev.vsh.cgroup;

import org.jspecify.annotations.NullMarked;
