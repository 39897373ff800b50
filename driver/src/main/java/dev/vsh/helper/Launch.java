package dev.vsh.helper;

import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.helper.view.FuseServer;
import dev.vsh.helper.view.LimitViews;
import dev.vsh.linux.Errno;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.ProgramImage;

import java.util.Optional;

/** Runs a program from its first instruction to the init's exec, or undoes it. */
final class Launch {
    private static final int ATTEMPTS = 3;
    private static final int PAUSE_MILLIS = 100;

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
                views.ifPresent(FuseServer::endSetup);
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
        return new Attempt(syscalls, program, request.deadlineMillis(), () -> serve(program))
                .run(hang);
    }

    private Optional<FuseServer> serve(LoadedProgram program) {
        views = LimitViews.server(syscalls, program.image(), program.results());
        return views;
    }
}
