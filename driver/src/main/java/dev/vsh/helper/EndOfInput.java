package dev.vsh.helper;

import dev.vsh.linux.NativeMemory;

import java.nio.ByteBuffer;

/**
 * The end of a client's input, which lasts. A terminal knows no end of file but ^D, and that one is lost when
 * nobody waits for it: a ^D that comes while a terminal hands over lines is a NUL to the shell that edits the next
 * line itself. So it is typed only when all before it has been read and somebody waits, and again for the next who waits: a
 * shell whose last command was cat has to find the end, too.
 *
 * <p>Each time the pause is twice as long, for the sake of a getty that is started anew whenever it finds the end.
 */
final class EndOfInput {
    private static final byte[] END_OF_TRANSMISSION = {4};
    private static final byte[] END_OF_LINE = {'\n'};
    private static final int LONGEST_LOOK_MILLIS = 250;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private int lookMillis = 5;
    private long pauseNanos = 20 * NANOS_PER_MILLI;
    private long nextNanos = System.nanoTime();

    /** How long until {@link #offer} is to be called. */
    int millisToWait() {
        long nanos = nextNanos - System.nanoTime();
        return (int) Math.max(0, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }

    void offer(Console console, long initPid, NativeMemory scratch) {
        if (nextNanos - System.nanoTime() > 0) {
            return;
        }
        if (console.isWaitedFor(initPid)) {
            boolean unfinished = console.isRaw() && !console.isAtLineStart();
            console.addInput(ByteBuffer.wrap(unfinished ? END_OF_LINE : END_OF_TRANSMISSION));
            console.writeInput(scratch);
            nextNanos = System.nanoTime() + pauseNanos;
            pauseNanos *= 2;
        } else {
            nextNanos = System.nanoTime() + lookMillis * NANOS_PER_MILLI;
            lookMillis = Math.min(LONGEST_LOOK_MILLIS, lookMillis * 2);
        }
    }
}
