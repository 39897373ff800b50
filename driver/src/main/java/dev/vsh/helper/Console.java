package dev.vsh.helper;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** One console's master end: what comes out is kept for replay, what goes in waits until the terminal takes it. */
final class Console {
    private static final int BUFFER = 64 * 1024;
    private static final byte END_OF_TRANSMISSION = 4;

    /** Input that a terminal does not take for this long a text is not taken from clients either. */
    private static final int INPUT_LIMIT = 64 * 1024;

    private final Syscalls syscalls;
    private final int master;
    private final ReplayBuffer replay = new ReplayBuffer();
    private final ArrayDeque<ByteBuffer> input = new ArrayDeque<>();
    private final Terminal terminal;
    private int inputBytes;
    private boolean atLineStart = true;

    Console(Syscalls syscalls, int master) {
        this.syscalls = syscalls;
        this.master = master;
        this.terminal = new Terminal(syscalls, master);
    }

    int master() {
        return master;
    }

    ByteBuffer replay() {
        return replay.content();
    }

    boolean hasInput() {
        return !input.isEmpty();
    }

    /** Whether all input has been read and somebody waits for more. */
    boolean isWaitedFor(long initPid) {
        return input.isEmpty()
                && !terminal.hasUnreadInput()
                && (terminal.isRaw() || terminal.isAwaited(initPid));
    }

    /** Whether keys are read instead of lines. */
    boolean isRaw() {
        return terminal.isRaw();
    }

    /** Whether the last of the input ended a line. */
    boolean isAtLineStart() {
        return atLineStart;
    }

    /** Whether clients should wait with more input. */
    boolean isFull() {
        return inputBytes >= INPUT_LIMIT;
    }

    /**
     * Reads what the terminal has, to its end: it gives 4 KiB at a time, and whatever else a round of the helper's does
     * takes longer than the kernel takes to have more.
     *
     * @param scratch somewhere to read to
     * @return the bytes; none when there is nothing now
     */
    ByteBuffer readOutput(NativeMemory scratch) {
        int limit = (int) Math.min(BUFFER, scratch.size());
        int count = 0;
        int last = 1;
        while (last > 0 && count < limit) {
            last = syscalls.read(master, scratch, count, limit - count);
            count += Math.max(last, 0);
        }
        if (count == 0) {
            return ByteBuffer.allocate(0);
        }
        byte[] bytes = new byte[count];
        scratch.get(0, bytes, 0, count);
        replay.add(bytes, count);
        return ByteBuffer.wrap(bytes);
    }

    void addInput(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            inputBytes += bytes.remaining();
            byte last = bytes.get(bytes.limit() - 1);
            atLineStart = last == '\n' || last == '\r' || last == END_OF_TRANSMISSION;
            input.add(bytes);
        }
    }

    /** Writes as much input as the terminal takes. */
    void writeInput(NativeMemory scratch) {
        while (!input.isEmpty()) {
            ByteBuffer next = input.getFirst();
            int size = (int) Math.min(next.remaining(), scratch.size());
            scratch.put(0, next.array(), next.arrayOffset() + next.position(), size);
            int written = syscalls.write(master, scratch, 0, size);
            if (written <= 0) {
                return;
            }
            inputBytes -= written;
            next.position(next.position() + written);
            if (!next.hasRemaining()) {
                input.removeFirst();
            }
        }
    }

    /** Sets the terminal's size; its foreground processes get SIGWINCH. */
    void resize(int columns, int rows) {
        NativeMemory size = new NativeMemory(8);
        size.putShort(0, (short) rows);
        size.putShort(2, (short) columns);
        syscalls.attempt(SystemCall.IOCTL, master, DeviceFlags.TIOCSWINSZ.value(), size.address());
    }
}
