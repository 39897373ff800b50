package dev.vsh.helper;

import dev.vsh.helper.view.FuseServer;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;

import java.util.Optional;

/** Follows the child's reports until it became the init, failed, died, or got stuck. */
final class Watchdog {
    private static final int BATCH = 64;

    private final Syscalls syscalls;
    private final Fd reports;
    private final int deadlineMillis;
    private final Optional<FuseServer> views;

    /**
     * @param views served meanwhile: the child looks at them when it mounts them
     * @param deadlineMillis how long the child may go without a report
     */
    Watchdog(Syscalls syscalls, Fd reports, Optional<FuseServer> views, int deadlineMillis) {
        this.syscalls = syscalls;
        this.reports = reports;
        this.views = views;
        this.deadlineMillis = deadlineMillis;
    }

    /** What became of the child; {@code last} is the last instruction that it began, -1 for none. */
    sealed interface Verdict {
        record Failed(StepReport step) implements Verdict {}

        record Silent(int last) implements Verdict {}

        record Closed(int last) implements Verdict {}
    }

    Verdict watch() {
        NativeMemory buffer = new NativeMemory(BATCH * StepReport.SIZE);
        PollSet poll = new PollSet();
        int last = -1;
        while (true) {
            poll.clear();
            int reportEntry = poll.add(reports.number(), PollSet.POLLIN);
            views.ifPresent(server -> poll.add(server.device(), PollSet.POLLIN));
            if (syscalls.poll(poll, deadlineMillis) == 0) {
                return new Verdict.Silent(last);
            }
            views.ifPresent(FuseServer::serve);
            if (poll.events(reportEntry) == 0) {
                continue;
            }
            // A pipe gives whole reports: each was written in one piece smaller than PIPE_BUF, and
            // BATCH of them fit.
            int bytes = syscalls.read(reports.number(), buffer, buffer.size());
            if (bytes == 0) {
                return new Verdict.Closed(last);
            }
            for (int i = 0; i < bytes / StepReport.SIZE; i++) {
                StepReport report = StepReport.read(buffer, i);
                if (report.errno() != 0) {
                    return new Verdict.Failed(report);
                }
                last = report.instruction();
            }
        }
    }
}
