/**
 * What a container sees of its limits: {@code /proc/meminfo} and its kin, served through FUSE by the helper whenever
 * somebody reads them, from the figures of the container's cgroups. Uses {@code dev.vsh.linux} and {@code
 * dev.vsh.plan}; never looks at a path of the container, because a read of its own files would wait for itself.
 */
@NullMarked
package dev.vsh.helper.view;

import org.jspecify.annotations.NullMarked;
