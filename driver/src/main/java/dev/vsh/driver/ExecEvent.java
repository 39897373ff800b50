package dev.vsh.driver;

import dev.vsh.domain.InitEnd;

import java.nio.ByteBuffer;

/** What a command in a container has to say. */
public sealed interface ExecEvent {
    /** Bytes of its standard output, or of its terminal. */
    record Output(ByteBuffer bytes) implements ExecEvent {}

    /** Bytes of its standard error; none when it has a terminal. */
    record Errors(ByteBuffer bytes) implements ExecEvent {}

    /** The last: it has ended. */
    record Ended(InitEnd end) implements ExecEvent {}
}
