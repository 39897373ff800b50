package dev.vsh.helper;

import dev.vsh.helper.view.FuseServer;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;

import java.util.Optional;

/** Follows a child until it became the init, failed, died, or got stuck. */
final class Watchdog {
    private static final int BATCH = 64;

    private final Syscalls syscalls;
    private final Fd pipe;
    private final Progress progress;
    private final int deadlineMillis;
    private final Optional<FuseServer> views;

    /**
     * @param pipe nobody but the child has its other end, which goes with the child's program
     * @param views served meanwhile: the child looks at them when it mounts them
     * @param deadlineMillis how long the child may go without a step
     */
    Watchdog(
            Syscalls syscalls,
            Fd pipe,
            Progress progress,
            Optional<FuseServer> views,
            int deadlineMillis) {
        this.syscalls = syscalls;
        this.pipe = pipe;
        this.progress = progress;
        this.views = views;
        this.deadlineMillis = deadlineMillis;
    }

    /** What became of the child; {@code last} is the last instruction that it began, -1 for none. */
    sealed interface Verdict {
        record Failed(int last, int errno) implements Verdict {}

        record Silent(int last) implements Verdict {}

        record Closed(int last) implements Verdict {}
    }

    Verdict watch() {
        NativeMemory buffer = new NativeMemory(BATCH);
        PollSet poll = new PollSet();
        int seen = -1;
        while (true) {
            poll.clear();
            int pipeEntry = poll.add(pipe.number(), PollSet.POLLIN);
            views.ifPresent(server -> poll.add(server.device(), PollSet.POLLIN));
            if (syscalls.poll(poll, deadlineMillis) == 0) {
                int last = progress.instruction();
                if (last == seen) {
                    return new Verdict.Silent(last);
                }
                seen = last;
                continue;
            }
            views.ifPresent(FuseServer::serve);
            if (poll.events(pipeEntry) != 0
                    && syscalls.read(pipe.number(), buffer, buffer.size()) == 0) {
                return closed();
            }
        }
    }

    private Verdict closed() {
        int last = progress.instruction();
        int errno = progress.errno();
        return errno == 0 ? new Verdict.Closed(last) : new Verdict.Failed(last, errno);
    }
}
