package dev.vsh.linux;

/** Flags of open(2), {@code asm/fcntl.h}: two of them differ on ARM. */
public final class OpenFlags {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0100;
    public static final int O_NOCTTY = 0400;
    public static final int O_APPEND = 02000;
    public static final int O_NONBLOCK = 04000;
    public static final int O_DIRECTORY = onArm() ? 040000 : 0200000;
    public static final int O_NOFOLLOW = onArm() ? 0100000 : 0400000;
    public static final int O_CLOEXEC = 02000000;
    public static final int O_PATH = 010000000;
    public static final int AT_FDCWD = -100;

    private OpenFlags() {}

    private static boolean onArm() {
        return Architecture.CURRENT == Architecture.AARCH64;
    }
}
