package dev.vsh.linux;

/** Names for prctl(2), keyctl(2), personality(2), capset(2) and signals; {@code linux/prctl.h}, {@code linux/keyctl.h}. */
public final class ProcessFlags {
    public static final Constant PR_SET_PDEATHSIG = new Constant("PR_SET_PDEATHSIG", 1);
    public static final Constant PR_CAPBSET_DROP = new Constant("PR_CAPBSET_DROP", 24);
    public static final Constant KEYCTL_JOIN_SESSION_KEYRING =
            new Constant("KEYCTL_JOIN_SESSION_KEYRING", 1);
    public static final Constant PER_LINUX32 = new Constant("PER_LINUX32", 8);
    public static final Constant SIG_SETMASK = new Constant("SIG_SETMASK", 2);
    public static final Constant SIGKILL = new Constant("SIGKILL", Signals.SIGKILL);

    private ProcessFlags() {}
}
