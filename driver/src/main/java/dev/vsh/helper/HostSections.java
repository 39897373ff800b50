package dev.vsh.helper;

import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.ProgramSection;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ProgramImage;

import java.util.Optional;

/** The sections of a program that the helper itself runs, up to the first step that fails. */
final class HostSections {
    private final LoadedProgram program;
    private final ProgramRunner runner;

    HostSections(Syscalls syscalls, LoadedProgram program) {
        this.program = program;
        this.runner = new ProgramRunner(syscalls, program);
    }

    /** Which step failed, if one did. */
    Optional<LaunchReport> prepare() {
        return run(ProgramSection.PREPARE, program.image().prepare());
    }

    /** Which step failed, if one did. */
    Optional<LaunchReport> attach() {
        return run(ProgramSection.ATTACH, program.image().attach());
    }

    private Optional<LaunchReport> run(ProgramSection section, long[] rows) {
        for (int i = 0; i < ProgramRunner.count(rows); i++) {
            int errno = runner.run(rows, i * ProgramImage.ROW);
            if (errno != 0) {
                return Optional.of(new LaunchReport.StepFailed(section, i, errno));
            }
        }
        return Optional.empty();
    }
}
