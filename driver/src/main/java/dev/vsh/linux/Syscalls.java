package dev.vsh.linux;

import com.sun.jna.Library;
import com.sun.jna.Native;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * System calls as Java calls: results checked, errno read at once, operands in the error. The methods
 * that are named after a call throw {@link SyscallException}; {@link #attempt} is for callers that
 * decide about errors themselves. Safe for use by several threads.
 */
public final class Syscalls {
    /** A call that was interrupted by a signal is made again. */
    private static final int EINTR = Errno.EINTR.number();

    /**
     * Makes a call and gives what it returned, or {@code -errno}. Allocates nothing; the child of a
     * clone may use this and nothing else.
     */
    public long attempt(long number, long a, long b, long c, long d, long e, long f) {
        long result = Libc.syscall(number, a, b, c, d, e, f);
        return result == -1 ? -Native.getLastError() : result;
    }

    public long attempt(SystemCall call, long... arguments) {
        long[] six = new long[6];
        System.arraycopy(arguments, 0, six, 0, arguments.length);
        return attempt(call.number(), six[0], six[1], six[2], six[3], six[4], six[5]);
    }

    /** As {@link #attempt(SystemCall, long...)}, again and again while a signal interrupts it. */
    public long attemptUninterrupted(SystemCall call, long... arguments) {
        while (true) {
            long result = attempt(call, arguments);
            if (result != -EINTR) {
                return result;
            }
        }
    }

    /**
     * @param shown operands, for the error
     */
    long require(SystemCall call, List<?> shown, long... arguments) {
        return require(attemptUninterrupted(call, arguments), call, shown.toArray());
    }

    private long require(long result, SystemCall call, Object... operands) {
        if (result < 0) {
            throw new SyscallException(call, Errno.of((int) -result), operands);
        }
        return result;
    }

    /** Takes over a descriptor that a call returned. */
    public Fd adopt(long number) {
        return new Fd(this, (int) number);
    }

    /**
     * open(2). EINTR is retried: it can happen on FIFOs and slow devices.
     */
    public Fd open(String path, int flags) {
        NativeMemory name = NativeMemory.ofString(path);
        try {
            long result =
                    attemptUninterrupted(
                            SystemCall.OPENAT,
                            OpenFlags.AT_FDCWD,
                            name.address(),
                            flags | OpenFlags.O_CLOEXEC,
                            0600);
            return adopt(require(result, SystemCall.OPENAT, path));
        } finally {
            Reference.reachabilityFence(name);
        }
    }

    /**
     * openat2(2) below a folder that somebody else fills: no symlink, not even an absolute one, leads
     * out of it.
     */
    public Fd openInRoot(Fd root, String path, int flags) {
        NativeMemory name = NativeMemory.ofString(path);
        NativeMemory how = new NativeMemory(OpenHow.SIZE);
        how.putLong(0, flags | OpenFlags.O_CLOEXEC);
        how.putLong(16, OpenHow.RESOLVE_IN_ROOT | OpenHow.RESOLVE_NO_MAGICLINKS);
        try {
            long result;
            int tries = 0;
            do {
                result =
                        attemptUninterrupted(
                                SystemCall.OPENAT2,
                                root.number(),
                                name.address(),
                                how.address(),
                                OpenHow.SIZE);
            } while (result == -Errno.EAGAIN.number() && ++tries < OpenHow.TRIES);
            return adopt(require(result, SystemCall.OPENAT2, path));
        } finally {
            Reference.reachabilityFence(name);
            Reference.reachabilityFence(how);
        }
    }

    /**
     * read(2).
     *
     * @return the number of bytes, 0 at the end, or {@code -errno} of EAGAIN and EIO: a pty whose
     *     other side is gone gives EIO, which is an end and not a fault
     */
    public int read(int fd, NativeMemory buffer, long limit) {
        return read(fd, buffer, 0, limit);
    }

    /** As {@link #read(int, NativeMemory, long)}, to a place in the buffer. */
    public int read(int fd, NativeMemory buffer, long offset, long limit) {
        long result = attemptUninterrupted(SystemCall.READ, fd, buffer.address() + offset, limit);
        if (result == -Errno.EAGAIN.number() || result == -Errno.EIO.number()) {
            return (int) result;
        }
        return (int) require(result, SystemCall.READ, "fd " + fd);
    }

    /** write(2), as much as the file takes; {@code -errno} of EAGAIN when it takes nothing now. */
    public int write(int fd, NativeMemory buffer, long offset, long length) {
        long result = attemptUninterrupted(SystemCall.WRITE, fd, buffer.address() + offset, length);
        if (result == -Errno.EAGAIN.number()) {
            return (int) result;
        }
        return (int) require(result, SystemCall.WRITE, "fd " + fd);
    }

    /**
     * recvfrom(2).
     *
     * @return the number of bytes, 0 at the end, or {@code -errno}: a peer may vanish at any time, which is for the
     *     caller to judge
     */
    public int receive(int socket, NativeMemory buffer, long limit) {
        return (int)
                attemptUninterrupted(SystemCall.RECVFROM, socket, buffer.address(), limit, 0, 0, 0);
    }

    /** sendto(2) without SIGPIPE; the number of bytes, or {@code -errno}. */
    public int send(int socket, NativeMemory buffer, long length) {
        return (int)
                attemptUninterrupted(
                        SystemCall.SENDTO,
                        socket,
                        buffer.address(),
                        length,
                        UnixSocket.MSG_NOSIGNAL,
                        0,
                        0);
    }

    /** A listening unix socket at {@code path}, which must not exist; mode 0700, not blocking. */
    public Fd listen(String path) {
        Fd socket =
                adopt(
                        require(
                                attempt(SystemCall.SOCKET, UnixSocket.AF_UNIX, UnixSocket.TYPE, 0),
                                SystemCall.SOCKET));
        NativeMemory address = UnixSocket.address(path);
        // The mode of the new file: there is no instant at which others could connect.
        long umask = attempt(SystemCall.UMASK, 0077);
        try {
            require(
                    attempt(SystemCall.BIND, socket.number(), address.address(), address.size()),
                    SystemCall.BIND,
                    path);
            require(
                    attempt(SystemCall.LISTEN, socket.number(), UnixSocket.BACKLOG),
                    SystemCall.LISTEN,
                    path);
            return socket;
        } catch (SyscallException e) {
            socket.close();
            throw e;
        } finally {
            Reference.reachabilityFence(address);
            attempt(SystemCall.UMASK, umask);
        }
    }

    /** accept4(2); nothing when whoever called has hung up again. */
    public Optional<Fd> accept(Fd listener) {
        long result =
                attemptUninterrupted(
                        SystemCall.ACCEPT4, listener.number(), 0, 0, UnixSocket.ACCEPT_FLAGS);
        return result < 0 ? Optional.empty() : Optional.of(adopt(result));
    }

    /** A pipe whose ends close on exec: {@code [read, write]}. */
    public Fd[] pipe() {
        NativeMemory ends = new NativeMemory(8);
        require(attempt(SystemCall.PIPE2, ends.address(), OpenFlags.O_CLOEXEC), SystemCall.PIPE2);
        return new Fd[] {adopt(ends.getInt(0)), adopt(ends.getInt(4))};
    }

    /** setsid(2). EPERM means that this process leads a group already, which is as good. */
    public void startSession() {
        attempt(SystemCall.SETSID);
    }

    /**
     * A descriptor for a process, to wait for its end or to signal it without mistaking another process
     * that was given its id since.
     *
     * @throws SyscallException ESRCH when there is no such process
     */
    public Fd openProcess(long pid) {
        return adopt(require(attempt(SystemCall.PIDFD_OPEN, pid, 0), SystemCall.PIDFD_OPEN, pid));
    }

    /** pidfd_send_signal(2); a process that has ended already is no error. */
    public void signal(Fd process, int signal) {
        long result = attempt(SystemCall.PIDFD_SEND_SIGNAL, process.number(), signal, 0, 0);
        if (result != -Errno.ESRCH.number()) {
            require(result, SystemCall.PIDFD_SEND_SIGNAL, process, signal);
        }
    }

    /** Waits for a child to end or, when we trace it, to stop. */
    public WaitStatus waitFor(long pid) {
        NativeMemory status = new NativeMemory(4);
        require(
                attemptUninterrupted(SystemCall.WAIT4, pid, status.address(), 0, 0),
                SystemCall.WAIT4,
                pid);
        return new WaitStatus(status.getInt(0));
    }

    /**
     * Waits for a process to end, anybody's.
     *
     * @return whether it has
     */
    public boolean awaitEnd(Fd process, long timeoutMillis) {
        PollSet poll = new PollSet();
        poll.add(process.number(), PollSet.POLLIN);
        return poll(poll, timeoutMillis) > 0;
    }

    /**
     * Waits until one of the entries has something to say.
     *
     * @param timeoutMillis -1 for ever
     * @return how many have
     */
    public int poll(PollSet set, long timeoutMillis) {
        long timeout = 0;
        NativeMemory timespec = set.timespec();
        if (timeoutMillis >= 0) {
            timespec.putLong(0, timeoutMillis / 1000);
            timespec.putLong(8, timeoutMillis % 1000 * 1_000_000);
            timeout = timespec.address();
        }
        // The raw call leaves the time that was left in the timespec: after a signal it goes on
        // from there.
        long result =
                attemptUninterrupted(SystemCall.PPOLL, set.address(), set.size(), timeout, 0, 0);
        return (int) require(result, SystemCall.PPOLL, set.size());
    }

    /**
     * flock(2) without waiting.
     *
     * @return whether the lock was had
     */
    public boolean tryLock(Fd file) {
        long result =
                attempt(SystemCall.FLOCK, file.number(), FlockFlags.LOCK_EX | FlockFlags.LOCK_NB);
        if (result == -Errno.EAGAIN.number()) {
            return false;
        }
        require(result, SystemCall.FLOCK, file);
        return true;
    }

    /** Where JNA's classes are, for whoever starts a JVM that needs them. */
    public static Path jnaLocation() {
        return CodeLocation.of(Library.class);
    }
}
