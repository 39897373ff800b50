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
        run(0, ProgramRunner.count(program.image().release()));
    }

    /** What the start did for a device that the container has no more. */
    void runPart(String device) {
        program.image().parts().stream()
                .filter(part -> part.device().equals(device))
                .forEach(part -> run(part.first(), part.end()));
    }

    private void run(int first, int end) {
        long[] rows = program.image().release();
        ProgramRunner runner = new ProgramRunner(syscalls, program);
        for (int i = first; i < end; i++) {
            runner.run(rows, i * ProgramImage.ROW);
        }
    }
}
