package dev.vsh.helper;

import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;

/** Three pipes. They block, so each is touched only when poll(2) says that it would not. */
final class PipeStreams implements Streams {
    private static final int INPUT_LIMIT = 64 * 1024;

    /** PIPE_BUF: a pipe that is ready takes so much without blocking. */
    private static final int INPUT_PIECE = 4096;

    private static final int NONE = -1;

    private final Syscalls syscalls;
    private final Fd input;
    private final List<Outlet> outlets;
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean inputEnds;
    private boolean inputClosed;
    private int inputEntry = NONE;

    PipeStreams(Syscalls syscalls, Fd input, Fd output, Fd errors) {
        this.syscalls = syscalls;
        this.input = input;
        this.outlets =
                List.of(new Outlet(FrameType.OUTPUT, output), new Outlet(FrameType.ERRORS, errors));
    }

    /** One of the two directions out. */
    private static final class Outlet {
        private final FrameType type;
        private final Fd pipe;
        private boolean ended;
        private int entry = NONE;

        Outlet(FrameType type, Fd pipe) {
            this.type = type;
            this.pipe = pipe;
        }
    }

    @Override
    public void addTo(PollSet poll, boolean outputWanted) {
        for (Outlet outlet : outlets) {
            boolean asked = outputWanted && !outlet.ended;
            outlet.entry = asked ? poll.add(outlet.pipe.number(), PollSet.POLLIN) : NONE;
        }
        inputEntry =
                waiting.isEmpty() || inputClosed ? NONE : poll.add(input.number(), PollSet.POLLOUT);
    }

    @Override
    public void serve(PollSet poll, NativeMemory scratch, Sink sink) {
        for (Outlet outlet : outlets) {
            if (outlet.entry != NONE && poll.events(outlet.entry) != 0) {
                read(outlet, scratch, sink);
            }
        }
        if (inputEntry != NONE && poll.events(inputEntry) != 0) {
            write(scratch);
        }
    }

    private void read(Outlet outlet, NativeMemory scratch, Sink sink) {
        int count = syscalls.read(outlet.pipe.number(), scratch, scratch.size());
        if (count <= 0) {
            outlet.ended = true;
            return;
        }
        byte[] bytes = new byte[count];
        scratch.get(0, bytes, 0, count);
        sink.accept(outlet.type, ByteBuffer.wrap(bytes));
    }

    private void write(NativeMemory scratch) {
        ByteBuffer next = waiting.getFirst();
        int size = Math.min(next.remaining(), INPUT_PIECE);
        scratch.put(0, next.array(), next.arrayOffset() + next.position(), size);
        try {
            int written = syscalls.write(input.number(), scratch, 0, size);
            waitingBytes -= written;
            next.position(next.position() + written);
        } catch (SyscallException _) {
            // EPIPE: nobody reads it any more.
            closeInput();
            return;
        }
        if (!next.hasRemaining()) {
            waiting.removeFirst();
        }
        closeInputAtItsEnd();
    }

    @Override
    public void drain(NativeMemory scratch, Sink sink) {
        PollSet poll = new PollSet();
        for (Outlet outlet : outlets) {
            while (!outlet.ended && isReady(poll, outlet)) {
                read(outlet, scratch, sink);
            }
        }
    }

    private boolean isReady(PollSet poll, Outlet outlet) {
        poll.clear();
        poll.add(outlet.pipe.number(), PollSet.POLLIN);
        return syscalls.poll(poll, 0) > 0;
    }

    @Override
    public void addInput(ByteBuffer bytes) {
        if (!inputClosed && bytes.hasRemaining()) {
            waitingBytes += bytes.remaining();
            waiting.add(bytes);
        }
    }

    @Override
    public void endInput() {
        inputEnds = true;
        closeInputAtItsEnd();
    }

    private void closeInputAtItsEnd() {
        if (inputEnds && waiting.isEmpty()) {
            closeInput();
        }
    }

    private void closeInput() {
        inputClosed = true;
        waiting.clear();
        waitingBytes = 0;
        input.close();
    }

    @Override
    public boolean isFull() {
        return waitingBytes >= INPUT_LIMIT;
    }

    @Override
    public void resize(int columns, int rows) {
        // A pipe has no size.
        return;
    }

    @Override
    public void close() {
        closeInput();
        outlets.forEach(outlet -> outlet.pipe.close());
    }
}
