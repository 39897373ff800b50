package dev.vsh.linux;

/**
 * A file descriptor that somebody owns. {@link #close()} may be called more than once; only the first
 * call closes, so that a number which was given to another file since is left alone.
 */
public final class Fd implements AutoCloseable {
    private static final int CLOSED = -1;

    private final Syscalls syscalls;
    private int number;

    Fd(Syscalls syscalls, int number) {
        this.syscalls = syscalls;
        this.number = number;
    }

    /**
     * @throws IllegalStateException when it is closed
     */
    public int number() {
        if (number == CLOSED) {
            throw new IllegalStateException("file descriptor is closed");
        }
        return number;
    }

    @Override
    public void close() {
        if (number != CLOSED) {
            int closing = number;
            number = CLOSED;
            // close(2): after EINTR the descriptor is gone all the same, and nothing can be done
            // about EIO.
            syscalls.attempt(SystemCall.CLOSE, closing);
        }
    }

    @Override
    public String toString() {
        return "fd " + number;
    }
}
