package dev.vsh.seccomp;

import dev.vsh.linux.Errno;

/** What becomes of a system call. */
sealed interface Verdict {
    record Allow() implements Verdict {}

    record Refuse(Errno errno) implements Verdict {}

    /**
     * Refused when one of its flags is set.
     *
     * @param argument which one has the flags, from 0
     */
    record RefuseFlag(int argument, int flag, Errno errno) implements Verdict {}

    /** What a caller would be told without the right to make the call. */
    Verdict REFUSE = new Refuse(Errno.EPERM);

    /** What a caller would be told by a kernel that was built without the call. */
    Verdict MISSING = new Refuse(Errno.ENOSYS);
}
