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

    /** After how many instructions it makes sure that its helper lives. */
    private static final int BEAT = 16;

    private final Syscalls syscalls;
    private final ProgramRunner runner;
    private final long[] rows;
    private final int instructions;
    private final Progress progress;
    private final NativeMemory beat = new NativeMemory(1);

    /** One struct pollfd. */
    private final NativeMemory hanging = new NativeMemory(8);

    private final long executeCall = SystemCall.EXECVE.number();
    private final long writeCall = SystemCall.WRITE.number();
    private final long closeCall = SystemCall.CLOSE.number();
    private final long harmlessCall = SystemCall.GETPID.number();
    private long exitCall = SystemCall.EXIT_GROUP.number();
    private long hangCall = SystemCall.PPOLL.number();
    private int helperFd = -1;
    private int[] helpersEnds = {-1, -1};

    Child(Syscalls syscalls, LoadedProgram program, Progress progress) {
        this.syscalls = syscalls;
        this.progress = progress;
        this.runner = new ProgramRunner(syscalls, program);
        this.rows = program.image().container();
        this.instructions = ProgramRunner.count(rows);
    }

    /**
     * @param fd the end of a pipe that the helper reads
     */
    void holdOnTo(int fd) {
        helperFd = fd;
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
     * @param scratchFd somewhere to write to
     */
    void rehearse(int scratchFd) {
        long realExit = exitCall;
        long realHang = hangCall;
        int realFd = helperFd;
        int[] realEnds = helpersEnds;
        exitCall = harmlessCall;
        hangCall = harmlessCall;
        helperFd = scratchFd;
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
        helperFd = realFd;
        helpersEnds = realEnds;
        progress.begin(-1);
        progress.fail(0);
    }

    /** Runs the container's section; only {@code execve} or the end of the process leaves it. */
    void run(boolean hang) {
        closeHelpersEnds();
        if (hang) {
            hang();
        } else {
            walk(rows, instructions);
        }
        finish();
    }

    private void closeHelpersEnds() {
        for (int i = 0; i < helpersEnds.length; i++) {
            syscalls.attempt(closeCall, helpersEnds[i], 0, 0, 0, 0, 0);
        }
    }

    private void walk(long[] script, int count) {
        for (int i = 0; i < count; i++) {
            progress.begin(i);
            long call = script[i * ProgramImage.ROW + ProgramImage.CALL];
            // The signal of a parent's death does not come before it is asked for, and is lost by a
            // change of users.
            if ((i % BEAT == 0 || call == executeCall) && !helperLives()) {
                return;
            }
            int errno = runner.run(script, i * ProgramImage.ROW);
            if (errno != 0) {
                progress.fail(errno);
                return;
            }
        }
    }

    private boolean helperLives() {
        return syscalls.attempt(writeCall, helperFd, beat.address(), 1, 0, 0, 0) > 0;
    }

    private void finish() {
        syscalls.attempt(exitCall, EXIT_STATUS, 0, 0, 0, 0, 0);
    }

    /**
     * A fault to order, for tests: what a child looks like that waits for a lock which nobody holds any more, but for its end
     * with its helper, for whose signal it has not asked yet. Of a pipe without a reader poll(2) always tells.
     */
    private void hang() {
        hanging.putInt(0, helperFd);
        syscalls.attempt(hangCall, hanging.address(), 1, 0, 0, 0, 0);
    }
}
