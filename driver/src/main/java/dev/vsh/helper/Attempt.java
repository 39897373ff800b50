package dev.vsh.helper;

import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.helper.view.FuseServer;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.Signals;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.linux.WaitStatus;
import dev.vsh.plan.ProgramImage;
import dev.vsh.plan.Slot;

import java.util.Optional;
import java.util.function.Supplier;

/** One run of a program, from its first instruction to the exec of a child; nothing is undone. */
final class Attempt {
    /** close(2) of it does nothing. */
    private static final int NO_DESCRIPTOR = -1;

    private final Syscalls syscalls;
    private final LoadedProgram program;
    private final int deadlineMillis;
    private final Supplier<Optional<FuseServer>> viewServer;

    /**
     * @param viewServer asked once, when the first section has run: who serves the child's views meanwhile
     */
    Attempt(
            Syscalls syscalls,
            LoadedProgram program,
            int deadlineMillis,
            Supplier<Optional<FuseServer>> viewServer) {
        this.syscalls = syscalls;
        this.program = program;
        this.deadlineMillis = deadlineMillis;
        this.viewServer = viewServer;
    }

    /**
     * @param hang whether the child gets stuck, for tests
     */
    LaunchReport run(boolean hang) {
        HostSections host = new HostSections(syscalls, program);
        Optional<LaunchReport> failed = host.prepare();
        if (failed.isPresent()) {
            return failed.get();
        }
        Optional<FuseServer> views = viewServer.get();
        Fd[] go = syscalls.pipe();
        Fd[] life = syscalls.pipe();
        try (Fd goRead = go[0];
                Fd goWrite = go[1];
                Fd lifeRead = life[0];
                Fd lifeWrite = life[1];
                Progress progress = new Progress(syscalls)) {
            program.results()[Slot.GO_READ.index()] = goRead.number();
            program.results()[Slot.GO_WRITE.index()] = goWrite.number();
            Child child = new Child(syscalls, program, progress);
            child.holdOnTo(lifeWrite.number());
            child.letGoOf(
                    goWrite.number(),
                    lifeRead.number(),
                    views.map(FuseServer::device).orElse(NO_DESCRIPTOR));
            rehearse(child);
            long pid = cloneChild(child, program.image().cloneFlags(), hang);
            if (pid < 0) {
                return new LaunchReport.StepFailed(ProgramSection.CLONE, 0, (int) -pid);
            }
            program.results()[Slot.PID.index()] = pid;
            lifeWrite.close();
            return finish(
                    host, pid, new Watchdog(syscalls, lifeRead, progress, views, deadlineMillis));
        }
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

    private LaunchReport finish(HostSections host, long pid, Watchdog watchdog) {
        Optional<LaunchReport> failed = host.attach();
        if (failed.isPresent()) {
            kill(pid);
            return failed.get();
        }
        return switch (watchdog.watch()) {
            case Watchdog.Verdict.Failed(int last, int errno) -> {
                // It is about to end by itself; but what it may not do is keep us waiting.
                kill(pid);
                yield new LaunchReport.StepFailed(ProgramSection.CONTAINER, last, errno);
            }
            case Watchdog.Verdict.Silent(int last) -> {
                kill(pid);
                yield new LaunchReport.ChildStuck(last);
            }
            case Watchdog.Verdict.Closed(int last) ->
                    isExec(last)
                            ? executed(pid, last)
                            : new LaunchReport.ChildDied(last, syscalls.waitFor(pid).raw());
        };
    }

    /** One of the last instructions, which are the files that may be what is to run. */
    private boolean isExec(int instruction) {
        return instruction >= 0
                && program.image().container()[instruction * ProgramImage.ROW + ProgramImage.CALL]
                        == SystemCall.EXECVE.number();
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
