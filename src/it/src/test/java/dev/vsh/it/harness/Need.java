package dev.vsh.it.harness;

/** What a test may require of a machine, by the names that {@code src/it/means} knows. */
public enum Need {
    ROOT,
    CGROUP_V1,
    CGROUP_V2,
    USER_NAMESPACES,
    NETWORK_NAMESPACES,
    VIRTUAL_NETWORKS,
    DHCLIENT,
    LOOP_DEVICES,
    OVERLAY,
    XFS,
    BTRFS,
    SQUASHFS,
    BUSYBOX,
    LXC,
    LIBVIRT,
    LXCFS,
    SYSTEMD,
    LOGIND,
    S6,
    RUNIT,
    OPENRC,
    TMUX,
    GROFF,
    ZSH,
    BASH_COMPLETION
}
