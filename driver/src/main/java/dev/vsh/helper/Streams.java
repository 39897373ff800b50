package dev.vsh.helper;

import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;

import java.nio.ByteBuffer;

/** The helper's ends of what a command reads and writes. */
sealed interface Streams permits PipeStreams, TerminalStreams {
    /** The wanted events of one round are put into the set, and found there afterwards. */
    void addTo(PollSet poll, boolean outputWanted);

    /** Takes what there is after a poll. */
    void serve(PollSet poll, NativeMemory scratch, Sink sink);

    /** Takes what is left when the command has ended; what others still hold open is not waited for. */
    void drain(NativeMemory scratch, Sink sink);

    void addInput(ByteBuffer bytes);

    void endInput();

    /** Whether the client should wait with more input. */
    boolean isFull();

    void resize(int columns, int rows);

    void close();

    /** Where output goes. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param type OUTPUT or ERRORS
         */
        void accept(FrameType type, ByteBuffer bytes);
    }
}
