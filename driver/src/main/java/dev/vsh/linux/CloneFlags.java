package dev.vsh.linux;

/** Flags of clone(2) and unshare(2); {@code linux/sched.h}. */
public final class CloneFlags {
    public static final Constant CLONE_FS = new Constant("CLONE_FS", 0x00000200);
    public static final Constant CLONE_NEWNS = new Constant("CLONE_NEWNS", 0x00020000);
    public static final Constant CLONE_NEWCGROUP = new Constant("CLONE_NEWCGROUP", 0x02000000);
    public static final Constant CLONE_NEWUTS = new Constant("CLONE_NEWUTS", 0x04000000);
    public static final Constant CLONE_NEWIPC = new Constant("CLONE_NEWIPC", 0x08000000);
    public static final Constant CLONE_NEWUSER = new Constant("CLONE_NEWUSER", 0x10000000);
    public static final Constant CLONE_NEWPID = new Constant("CLONE_NEWPID", 0x20000000);
    public static final Constant CLONE_NEWNET = new Constant("CLONE_NEWNET", 0x40000000);
    public static final Constant SIGCHLD = new Constant("SIGCHLD", 17);

    private CloneFlags() {}
}
