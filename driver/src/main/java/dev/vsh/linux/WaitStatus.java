package dev.vsh.linux;

/**
 * How a process ended, as {@code wait(2)} tells it.
 *
 * @param raw the status word
 */
public record WaitStatus(int raw) {
    private static final int STOPPED = 0x7f;

    /** Whether it has not ended, but waits for who traces it. */
    public boolean isStopped() {
        return (raw & 0xff) == STOPPED;
    }

    public boolean isSignaled() {
        return (raw & 0x7f) != 0 && !isStopped();
    }

    /** The signal that ended it; only when {@link #isSignaled()}. */
    public int signal() {
        return raw & 0x7f;
    }

    /** The exit status, 0 to 255; only when not {@link #isSignaled()}. */
    public int exitStatus() {
        return (raw >> 8) & 0xff;
    }
}
