package dev.vsh.helper;

import dev.vsh.cgroup.CgroupRemoval;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ProgramImage;

import java.nio.file.Path;

/**
 * Runs the last section of a program: gives back what outlives processes. Each step is tried, whatever became of those
 * before it; what is left all the same is found by the driver, which knows where to look.
 */
final class Release {
    private final Syscalls syscalls;
    private final LoadedProgram program;

    Release(Syscalls syscalls, LoadedProgram program) {
        this.syscalls = syscalls;
        this.program = program;
    }

    void run() {
        program.image().cgroups().forEach(folder -> CgroupRemoval.remove(Path.of(folder)));
        long[] rows = program.image().release();
        ProgramRunner runner = new ProgramRunner(syscalls, program);
        for (int i = 0; i < ProgramRunner.count(rows); i++) {
            runner.run(rows, i * ProgramImage.ROW);
        }
    }
}
