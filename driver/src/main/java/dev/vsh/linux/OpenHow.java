package dev.vsh.linux;

/** {@code struct open_how} of openat2(2), {@code linux/openat2.h}: flags, mode, resolve. */
public final class OpenHow {
    public static final int SIZE = 24;

    /**
     * openat2(2): where ".." is met while anything on the machine is renamed or mounted, a look-up in a root ends in
     * EAGAIN and is to be made again. So often at most: an attacker may not keep us for ever.
     */
    public static final int TRIES = 10_000;

    public static final long RESOLVE_NO_XDEV = 0x01;
    public static final long RESOLVE_NO_MAGICLINKS = 0x02;
    public static final long RESOLVE_IN_ROOT = 0x10;

    private OpenHow() {}
}
