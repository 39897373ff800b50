package dev.vsh.helper;

import dev.vsh.linux.Errno;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ProgramImage;

/**
 * Runs the last section of a program: gives back what outlives processes. Each step is tried, whatever became of those
 * before it; what is left all the same is found by the driver, which knows where to look.
 */
final class Release {
    private static final int TRIES = 100;
    private static final int PAUSE_MILLIS = 10;

    private final Syscalls syscalls;
    private final LoadedProgram program;

    Release(Syscalls syscalls, LoadedProgram program) {
        this.syscalls = syscalls;
        this.program = program;
    }

    void run() {
        long[] rows = program.image().release();
        ProgramRunner runner = new ProgramRunner(syscalls, program);
        for (int i = 0; i < ProgramRunner.count(rows); i++) {
            runStep(runner, rows, i * ProgramImage.ROW);
        }
    }

    /** A cgroup is busy for a moment after its last process was reaped: the kernel takes it off line behind our back. */
    private void runStep(ProgramRunner runner, long[] rows, int row) {
        for (int left = TRIES; left > 0 && runner.run(rows, row) == Errno.EBUSY.number(); left--) {
            syscalls.poll(new PollSet(), PAUSE_MILLIS);
        }
    }
}
