package dev.vsh.linux;

/** Operations of flock(2). */
public final class FlockFlags {
    public static final int LOCK_SH = 1;
    public static final int LOCK_EX = 2;
    public static final int LOCK_NB = 4;

    private FlockFlags() {}
}
