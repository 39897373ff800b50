package dev.vsh.helper;

import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;

import java.nio.ByteBuffer;

/** A terminal: what is printed and what is complained of come out as one. */
final class TerminalStreams implements Streams {
    private static final byte[] END_OF_TRANSMISSION = {4};
    private static final int NONE = -1;

    private final Console console;
    private final Runnable closing;
    private int entry = NONE;
    private boolean hungUp;

    /**
     * @param closing closes the master end
     */
    TerminalStreams(Console console, Runnable closing) {
        this.console = console;
        this.closing = closing;
    }

    @Override
    public void addTo(PollSet poll, boolean outputWanted) {
        int events =
                (outputWanted ? PollSet.POLLIN : 0) | (console.hasInput() ? PollSet.POLLOUT : 0);
        // Without a wish poll(2) would still tell of a hang-up, again and again.
        boolean asked = events != 0 && !hungUp;
        entry = poll.add(asked ? console.master() : ~console.master(), events);
    }

    @Override
    public void serve(PollSet poll, NativeMemory scratch, Sink sink) {
        int events = entry == NONE ? 0 : poll.events(entry);
        if ((events & PollSet.POLLIN) != 0) {
            accept(console.readOutput(scratch), sink);
        } else if ((events & (PollSet.POLLHUP | PollSet.POLLERR)) != 0) {
            hungUp = true;
        }
        if ((events & PollSet.POLLOUT) != 0) {
            console.writeInput(scratch);
        }
    }

    private static boolean accept(ByteBuffer output, Sink sink) {
        if (output.hasRemaining()) {
            sink.accept(FrameType.OUTPUT, output);
            return true;
        }
        return false;
    }

    @Override
    public void drain(NativeMemory scratch, Sink sink) {
        while (accept(console.readOutput(scratch), sink)) {
            // The master does not block: nothing is nothing now.
        }
    }

    @Override
    public void addInput(ByteBuffer bytes) {
        console.addInput(bytes);
    }

    @Override
    public void endInput() {
        console.addInput(ByteBuffer.wrap(END_OF_TRANSMISSION));
    }

    @Override
    public boolean isFull() {
        return console.isFull();
    }

    @Override
    public void resize(int columns, int rows) {
        console.resize(columns, rows);
    }

    @Override
    public void close() {
        closing.run();
    }
}
