package dev.vsh.linux;

/**
 * Names for prctl(2), seccomp(2), keyctl(2), personality(2), ptrace(2), capset(2) and signals; {@code linux/prctl.h},
 * {@code linux/seccomp.h}, {@code linux/keyctl.h}, {@code linux/ptrace.h}.
 */
public final class ProcessFlags {
    public static final Constant PR_SET_PDEATHSIG = new Constant("PR_SET_PDEATHSIG", 1);
    public static final Constant PR_SET_DUMPABLE = new Constant("PR_SET_DUMPABLE", 4);
    public static final Constant PR_SET_KEEPCAPS = new Constant("PR_SET_KEEPCAPS", 8);
    public static final Constant PR_CAPBSET_DROP = new Constant("PR_CAPBSET_DROP", 24);
    public static final Constant PR_SET_NO_NEW_PRIVS = new Constant("PR_SET_NO_NEW_PRIVS", 38);
    public static final Constant SECCOMP_SET_MODE_FILTER =
            new Constant("SECCOMP_SET_MODE_FILTER", 1);
    public static final Constant SECCOMP_FILTER_FLAG_SPEC_ALLOW =
            new Constant("SECCOMP_FILTER_FLAG_SPEC_ALLOW", 4);
    public static final Constant KEYCTL_JOIN_SESSION_KEYRING =
            new Constant("KEYCTL_JOIN_SESSION_KEYRING", 1);
    public static final Constant PER_LINUX32 = new Constant("PER_LINUX32", 8);
    public static final Constant SIG_SETMASK = new Constant("SIG_SETMASK", 2);
    public static final Constant PTRACE_TRACEME = new Constant("PTRACE_TRACEME", 0);
    public static final Constant PTRACE_DETACH = new Constant("PTRACE_DETACH", 17);
    public static final Constant SIGKILL = new Constant("SIGKILL", Signals.SIGKILL);

    private ProcessFlags() {}
}
