package dev.vsh.plan;

import java.util.List;

/** Whose limits {@code /proc/meminfo} and its kin tell of. */
public sealed interface ViewPlan {
    /** The files, by their names in a folder of them. */
    List<String> FILES =
            List.of("meminfo", "cpuinfo", "stat", "uptime", "loadavg", "swaps", "online");

    /** The host's: nothing is laid over the files. */
    record Host() implements ViewPlan {}

    /** The container's, served by the helper through FUSE. */
    record Helper() implements ViewPlan {}

    /**
     * The container's, served by lxcfs.
     *
     * @param folder where lxcfs is mounted
     */
    record Lxcfs(String folder) implements ViewPlan {}
}
