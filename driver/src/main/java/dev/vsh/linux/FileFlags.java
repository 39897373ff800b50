package dev.vsh.linux;

/** Flags and modes of files, as programs name them: open(2), mknod(2), unlinkat(2), flock(2), close_range(2), access(2). */
public final class FileFlags {
    public static final Constant AT_FDCWD = new Constant("AT_FDCWD", -100);
    public static final Constant AT_SYMLINK_NOFOLLOW = new Constant("AT_SYMLINK_NOFOLLOW", 0x100);
    public static final Constant AT_REMOVEDIR = new Constant("AT_REMOVEDIR", 0x200);
    public static final Constant O_RDONLY = new Constant("O_RDONLY", OpenFlags.O_RDONLY);
    public static final Constant O_WRONLY = new Constant("O_WRONLY", OpenFlags.O_WRONLY);
    public static final Constant O_RDWR = new Constant("O_RDWR", OpenFlags.O_RDWR);
    public static final Constant O_NOCTTY = new Constant("O_NOCTTY", OpenFlags.O_NOCTTY);
    public static final Constant O_NONBLOCK = new Constant("O_NONBLOCK", OpenFlags.O_NONBLOCK);
    public static final Constant O_DIRECTORY = new Constant("O_DIRECTORY", OpenFlags.O_DIRECTORY);
    public static final Constant O_CLOEXEC = new Constant("O_CLOEXEC", OpenFlags.O_CLOEXEC);
    public static final Constant O_PATH = new Constant("O_PATH", OpenFlags.O_PATH);
    public static final Constant S_IFREG = new Constant("S_IFREG", 0100000);
    public static final Constant S_IFBLK = new Constant("S_IFBLK", 0060000);
    public static final Constant S_IFCHR = new Constant("S_IFCHR", 0020000);
    public static final Constant X_OK = new Constant("X_OK", 1);
    public static final Constant LOCK_SH = new Constant("LOCK_SH", FlockFlags.LOCK_SH);
    public static final Constant LOCK_EX = new Constant("LOCK_EX", FlockFlags.LOCK_EX);
    public static final Constant LOCK_NB = new Constant("LOCK_NB", FlockFlags.LOCK_NB);
    public static final Constant CLOSE_RANGE_CLOEXEC = new Constant("CLOSE_RANGE_CLOEXEC", 4);

    private FileFlags() {}
}
