package dev.vsh.helper.view;

/** Numbers and sizes of the kernel's {@code linux/fuse.h}, as of protocol 7.31. */
final class FuseProtocol {
    static final int LOOKUP = 1;
    static final int FORGET = 2;
    static final int GETATTR = 3;
    static final int OPEN = 14;
    static final int READ = 15;
    static final int RELEASE = 18;
    static final int INIT = 26;
    static final int INTERRUPT = 36;
    static final int BATCH_FORGET = 42;

    static final int MAJOR = 7;
    static final int MINOR = 31;

    static final int IN_HEADER = 40;
    static final int OUT_HEADER = 16;
    static final int INIT_OUT = 64;
    static final int ATTR = 88;
    static final int ENTRY_OUT = 40 + ATTR;
    static final int ATTR_OUT = 16 + ATTR;
    static final int OPEN_OUT = 16;

    /** The kernel refuses to read into less. */
    static final int MIN_READ_BUFFER = 8192;

    static final int MAX_WRITE = 4096;
    static final int FOPEN_DIRECT_IO = 1;
    static final long ROOT_ID = 1;

    private FuseProtocol() {}
}
