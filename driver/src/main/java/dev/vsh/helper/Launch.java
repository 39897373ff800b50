package dev.vsh.helper;

import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.helper.view.FuseServer;
import dev.vsh.helper.view.LimitViews;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Signals;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.linux.WaitStatus;
import dev.vsh.plan.ProgramImage;
import dev.vsh.plan.Slot;

import java.util.Optional;

/** Runs a program from its first instruction to the init's exec, or undoes it. */
final class Launch {
    private static final int ATTEMPTS = 3;
    private static final int PAUSE_MILLIS = 100;

    /** close(2) of it does nothing. */
    private static final int NO_DESCRIPTOR = -1;

    private final Syscalls syscalls;
    private final LaunchRequest request;
    private Optional<FuseServer> views = Optional.empty();

    Launch(Syscalls syscalls, LaunchRequest request) {
        this.syscalls = syscalls;
        this.request = request;
    }

    /** A report and, when the init runs, what the helper has to look after. */
    record Outcome(LaunchReport report, LoadedProgram program, Optional<FuseServer> views) {}

    Outcome run() {
        for (int attempt = 1; ; attempt++) {
            LoadedProgram program = new LoadedProgram(request.program());
            LaunchReport report = attempt(program, attempt <= request.faults());
            if (report instanceof LaunchReport.Started) {
                return new Outcome(report, program, views);
            }
            program.closeAll(syscalls);
            new Release(syscalls, program).run();
            boolean raced = isLostRace(report, program.image().prepare());
            if (attempt == ATTEMPTS || !(raced || report instanceof LaunchReport.ChildStuck)) {
                return new Outcome(report, program, Optional.empty());
            }
            if (raced) {
                syscalls.poll(new PollSet(), PAUSE_MILLIS);
            }
        }
    }

    /**
     * Somebody who is no helper took the loop device that was free, or has a last look at the one that an image was on
     * until now. Both are over in no time, or for good.
     */
    private static boolean isLostRace(LaunchReport report, long[] prepare) {
        if (!(report instanceof LaunchReport.StepFailed(var section, int index, int errno))
                || section != ProgramSection.PREPARE) {
            return false;
        }
        long call = prepare[index * ProgramImage.ROW + ProgramImage.CALL];
        return (call == SystemCall.IOCTL.number() && errno == Errno.EBUSY.number())
                || (call == SystemCall.FLOCK.number() && errno == Errno.EAGAIN.number());
    }

    private LaunchReport attempt(LoadedProgram program, boolean hang) {
        ProgramRunner runner = new ProgramRunner(syscalls, program);
        LaunchReport failed = section(runner, ProgramSection.PREPARE, program.image().prepare());
        if (failed != null) {
            return failed;
        }
        views = LimitViews.of(syscalls, program.image(), program.results());
        Fd[] go = syscalls.pipe();
        Fd[] reports = syscalls.pipe();
        try (Fd goRead = go[0];
                Fd goWrite = go[1];
                Fd reportRead = reports[0];
                Fd reportWrite = reports[1]) {
            program.results()[Slot.GO_READ.index()] = goRead.number();
            program.results()[Slot.GO_WRITE.index()] = goWrite.number();
            Child child = new Child(syscalls, program);
            child.reportTo(reportWrite.number());
            child.letGoOf(
                    goWrite.number(),
                    reportRead.number(),
                    views.map(FuseServer::device).orElse(NO_DESCRIPTOR));
            rehearse(child);
            long pid = cloneChild(child, program.image().cloneFlags(), hang);
            if (pid < 0) {
                return new LaunchReport.StepFailed(ProgramSection.CLONE, 0, (int) -pid);
            }
            program.results()[Slot.PID.index()] = pid;
            reportWrite.close();
            return finish(runner, program, pid, reportRead);
        }
    }

    private @org.jspecify.annotations.Nullable LaunchReport section(
            ProgramRunner runner, ProgramSection section, long[] rows) {
        for (int i = 0; i < ProgramRunner.count(rows); i++) {
            int errno = runner.run(rows, i * ProgramImage.ROW);
            if (errno != 0) {
                return new LaunchReport.StepFailed(section, i, errno);
            }
        }
        return null;
    }

    private void rehearse(Child child) {
        Fd[] scratch = syscalls.pipe();
        try (Fd read = scratch[0];
                Fd write = scratch[1]) {
            child.rehearse(write.number());
        }
    }

    /**
     * The clone itself. Between this call and the child's exec the two processes share one picture of a JVM that only
     * one of them may go on using.
     */
    private long cloneChild(Child child, long flags, boolean hang) {
        long pid = syscalls.attempt(SystemCall.CLONE.number(), flags, 0, 0, 0, 0, 0);
        if (pid == 0) {
            child.run(hang);
        }
        return pid;
    }

    private LaunchReport finish(ProgramRunner runner, LoadedProgram program, long pid, Fd reports) {
        LaunchReport failed = section(runner, ProgramSection.ATTACH, program.image().attach());
        if (failed != null) {
            kill(pid);
            return failed;
        }
        return switch (new Watchdog(syscalls, reports, views, request.deadlineMillis()).watch()) {
            case Watchdog.Verdict.Failed(StepReport step) -> {
                // It is about to end by itself; but what it may not do is keep us waiting.
                kill(pid);
                yield new LaunchReport.StepFailed(
                        ProgramSection.CONTAINER, step.instruction(), step.errno());
            }
            case Watchdog.Verdict.Silent(int last) -> {
                kill(pid);
                yield new LaunchReport.ChildStuck(last);
            }
            case Watchdog.Verdict.Closed(int last) -> {
                boolean executed = last == ProgramRunner.count(program.image().container()) - 1;
                yield executed
                        ? executed(pid, last)
                        : new LaunchReport.ChildDied(last, syscalls.waitFor(pid).raw());
            }
        };
    }

    private LaunchReport executed(long pid, int last) {
        return switch (new FirstLook(syscalls, pid).look()) {
            case FirstLook.Finding.Own() -> new LaunchReport.Started(pid);
            case FirstLook.Finding.Foreign() -> {
                kill(pid);
                yield new LaunchReport.StepFailed(
                        ProgramSection.CONTAINER, last, Errno.ELOOP.number());
            }
            case FirstLook.Finding.Ended(WaitStatus status) ->
                    new LaunchReport.ChildDied(last, status.raw());
        };
    }

    private void kill(long pid) {
        long result = syscalls.attempt(SystemCall.KILL, pid, Signals.SIGKILL);
        if (result == 0 || result == -Errno.ESRCH.number()) {
            syscalls.waitFor(pid);
        }
    }
}
