package dev.vsh.driver;

/** Who tells a running container of its limits in {@code /proc/meminfo} and its kin. */
public enum LimitsView {
    /** lxcfs of the host. */
    LXCFS,
    /** The container's helper. */
    HELPER,
    /** Nobody: the container sees the host's figures. */
    HOST
}
