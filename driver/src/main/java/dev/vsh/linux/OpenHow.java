package dev.vsh.linux;

/** {@code struct open_how} of openat2(2), {@code linux/openat2.h}: flags, mode, resolve. */
public final class OpenHow {
    public static final int SIZE = 24;
    public static final long RESOLVE_NO_MAGICLINKS = 0x02;
    public static final long RESOLVE_IN_ROOT = 0x10;

    private OpenHow() {}
}
