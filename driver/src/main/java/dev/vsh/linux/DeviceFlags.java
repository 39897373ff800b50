package dev.vsh.linux;

/** Names for terminals, network devices, loop devices and eBPF; {@code asm-generic/ioctls.h}, {@code linux/sockios.h}, {@code linux/loop.h}, {@code linux/bpf.h}. */
public final class DeviceFlags {
    public static final Constant TCGETS = new Constant("TCGETS", 0x5401);
    public static final Constant TCSETSW = new Constant("TCSETSW", 0x5403);
    public static final Constant TIOCGPGRP = new Constant("TIOCGPGRP", 0x540F);
    public static final Constant TIOCSCTTY = new Constant("TIOCSCTTY", 0x540E);
    public static final Constant TIOCSPTLCK = new Constant("TIOCSPTLCK", 0x40045431);
    public static final Constant TIOCGPTPEER = new Constant("TIOCGPTPEER", 0x5441);
    public static final Constant TIOCGWINSZ = new Constant("TIOCGWINSZ", 0x5413);
    public static final Constant TIOCSWINSZ = new Constant("TIOCSWINSZ", 0x5414);
    public static final Constant AF_INET = new Constant("AF_INET", 2);
    public static final Constant AF_NETLINK = new Constant("AF_NETLINK", 16);
    public static final Constant NETLINK_ROUTE = new Constant("NETLINK_ROUTE", 0);
    public static final Constant NETLINK_NETFILTER = new Constant("NETLINK_NETFILTER", 12);
    public static final Constant SOCK_RAW = new Constant("SOCK_RAW", 3);
    public static final Constant SOCK_DGRAM = new Constant("SOCK_DGRAM", 2);
    public static final Constant SOCK_CLOEXEC = new Constant("SOCK_CLOEXEC", 02000000);
    public static final Constant SIOCSIFFLAGS = new Constant("SIOCSIFFLAGS", 0x8914);
    public static final Constant LOOP_CTL_GET_FREE = new Constant("LOOP_CTL_GET_FREE", 0x4C82);
    public static final Constant LOOP_GET_STATUS64 = new Constant("LOOP_GET_STATUS64", 0x4C05);
    public static final Constant LOOP_CLR_FD = new Constant("LOOP_CLR_FD", 0x4C01);
    public static final Constant LOOP_CONFIGURE = new Constant("LOOP_CONFIGURE", 0x4C0A);
    public static final Constant LO_FLAGS_READ_ONLY = new Constant("LO_FLAGS_READ_ONLY", 1);
    public static final Constant LO_FLAGS_AUTOCLEAR = new Constant("LO_FLAGS_AUTOCLEAR", 4);
    public static final Constant BPF_MAP_CREATE = new Constant("BPF_MAP_CREATE", 0);
    public static final Constant BPF_MAP_UPDATE_ELEM = new Constant("BPF_MAP_UPDATE_ELEM", 2);
    public static final Constant BPF_MAP_DELETE_ELEM = new Constant("BPF_MAP_DELETE_ELEM", 3);
    public static final Constant BPF_PROG_LOAD = new Constant("BPF_PROG_LOAD", 5);
    public static final Constant BPF_PROG_ATTACH = new Constant("BPF_PROG_ATTACH", 8);

    /** {@code linux/btrfs.h}. */
    public static final Constant BTRFS_IOC_QGROUP_LIMIT =
            new Constant("BTRFS_IOC_QGROUP_LIMIT", 0x8030942BL);

    private DeviceFlags() {}
}
