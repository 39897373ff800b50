package dev.vsh.helper;

import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.ProgramImage;

/**
 * The child's side of the clone. From the moment it exists it shares nothing with a working JVM but memory: no
 * collector, no class loader, no other thread. So it <b>allocates nothing, loads nothing, logs nothing</b>; all that it
 * needs was made and touched before by {@link #rehearse(int)}. See decision 0001.
 */
final class Child {
    private static final int EXIT_STATUS = 127;

    private final Syscalls syscalls;
    private final ProgramRunner runner;
    private final long[] rows;
    private final int instructions;
    private final NativeMemory report = new NativeMemory(StepReport.SIZE);
    private final long writeCall = SystemCall.WRITE.number();
    private final long closeCall = SystemCall.CLOSE.number();
    private final long harmlessCall = SystemCall.GETPID.number();
    private long exitCall = SystemCall.EXIT_GROUP.number();
    private long hangCall = SystemCall.PPOLL.number();
    private int reportFd = -1;
    private int[] helpersEnds = {-1, -1};

    Child(Syscalls syscalls, LoadedProgram program) {
        this.syscalls = syscalls;
        this.runner = new ProgramRunner(syscalls, program);
        this.rows = program.image().container();
        this.instructions = ProgramRunner.count(rows);
    }

    void reportTo(int fd) {
        reportFd = fd;
    }

    /**
     * The child has these from the helper by way of the clone. As long as it keeps them open it cannot see from the
     * pipes that the helper is dead: no end of the one that it reads, no EPIPE from the one that it writes. With
     * the server's end of a FUSE connection it is worse: a child that waits for an answer of a dead helper could not
     * even be killed while it held that itself.
     *
     * @param ends descriptors that are the helper's alone
     */
    void letGoOf(int... ends) {
        helpersEnds = ends.clone();
    }

    /**
     * Takes every path of {@link #run} once in the helper itself, with calls that do nothing: the interpreter resolves
     * a method, a field or a class when it first meets it, and in the child that could be one time too late.
     *
     * @param scratchFd somewhere to write reports to
     */
    void rehearse(int scratchFd) {
        long realExit = exitCall;
        long realHang = hangCall;
        int realFd = reportFd;
        int[] realEnds = helpersEnds;
        exitCall = harmlessCall;
        hangCall = harmlessCall;
        reportFd = scratchFd;
        helpersEnds = new int[] {-1, -1};
        long[] script = new long[ProgramImage.ROW * 2];
        for (int row = 0; row < script.length; row += ProgramImage.ROW) {
            script[row + ProgramImage.CALL] = row == 0 ? harmlessCall : closeCall;
            script[row + ProgramImage.RESULT] = -1;
            script[row + ProgramImage.VALUES] = -1;
        }
        closeHelpersEnds();
        walk(script, 2);
        hang();
        finish();
        exitCall = realExit;
        hangCall = realHang;
        reportFd = realFd;
        helpersEnds = realEnds;
    }

    /** Runs the container's section; only {@code execve} or the end of the process leaves it. */
    void run(boolean hang) {
        if (hang) {
            hang();
        }
        closeHelpersEnds();
        walk(rows, instructions);
        finish();
    }

    private void closeHelpersEnds() {
        for (int i = 0; i < helpersEnds.length; i++) {
            syscalls.attempt(closeCall, helpersEnds[i], 0, 0, 0, 0, 0);
        }
    }

    private void walk(long[] script, int count) {
        for (int i = 0; i < count; i++) {
            // Nobody reads the reports any more: the helper is dead, and so should we be.
            if (!tell(i, 0)) {
                return;
            }
            int errno = runner.run(script, i * ProgramImage.ROW);
            if (errno != 0) {
                tell(i, errno);
                return;
            }
        }
    }

    private boolean tell(int instruction, int errno) {
        report.putInt(0, instruction);
        report.putInt(4, errno);
        return syscalls.attempt(writeCall, reportFd, report.address(), StepReport.SIZE, 0, 0, 0)
                > 0;
    }

    private void finish() {
        syscalls.attempt(exitCall, EXIT_STATUS, 0, 0, 0, 0, 0);
    }

    /** A fault to order, for tests: what a child looks like that waits for a lock which nobody holds any more. */
    private void hang() {
        syscalls.attempt(hangCall, 0, 0, 0, 0, 0, 0);
    }
}
