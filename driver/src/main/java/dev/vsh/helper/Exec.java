package dev.vsh.helper;

import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import java.nio.ByteBuffer;

/** A command that runs in the container, and the client who wanted it. */
final class Exec {
    private final Syscalls syscalls;
    private final Client client;
    private final long pid;
    private final Fd process;
    private final Streams streams;
    private boolean abandoned;
    private int processEntry;

    Exec(Syscalls syscalls, Client client, long pid, Streams streams) {
        this.syscalls = syscalls;
        this.client = client;
        this.pid = pid;
        this.process = syscalls.openProcess(pid);
        this.streams = streams;
    }

    boolean isOf(Client other) {
        return client == other;
    }

    Streams streams() {
        return streams;
    }

    /** It leads a session, so whatever it has started and not sent away is reached as by a key of a terminal. */
    void signal(int number) {
        syscalls.attempt(SystemCall.KILL, -pid, number);
    }

    void addTo(PollSet poll) {
        processEntry = poll.add(process.number(), PollSet.POLLIN);
        if (!abandoned) {
            streams.addTo(poll, !client.isFull());
        }
    }

    /**
     * Follows a poll.
     *
     * @return whether the command has ended
     */
    boolean serve(PollSet poll, NativeMemory scratch) {
        if (!abandoned) {
            streams.serve(poll, scratch, this::send);
        }
        if (poll.events(processEntry) == 0) {
            return false;
        }
        end(scratch);
        return true;
    }

    private void send(FrameType type, ByteBuffer bytes) {
        client.send(new Frame(type, bytes));
    }

    /** Collects it: nobody else can, and its container does not end before. */
    private void end(NativeMemory scratch) {
        int status = syscalls.waitFor(pid).raw();
        process.close();
        if (!abandoned) {
            streams.drain(scratch, this::send);
            streams.close();
            client.send(Frame.exited(status));
            client.end();
        }
    }

    /** Its client has gone: a terminal hangs up, a pipe ends. What the command makes of it is its own business. */
    void abandon() {
        if (!abandoned) {
            abandoned = true;
            streams.close();
        }
    }
}
