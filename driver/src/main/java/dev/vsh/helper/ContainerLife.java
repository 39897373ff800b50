package dev.vsh.helper;

import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.Fd;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Signals;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.WaitStatus;

import java.util.Arrays;
import java.util.List;

/** A container from its start to its end, reboots included: the same program runs again. */
final class ContainerLife {
    /** A container that reboots faster than this is held back, so that it cannot keep the host busy with itself. */
    private static final long SHORTEST_NANOS = 1_000_000_000L;

    private static final int BRAKE_MILLIS = 1000;

    private final Syscalls syscalls;
    private final LaunchRequest request;
    private final Fd listener;

    ContainerLife(Syscalls syscalls, LaunchRequest request, Fd listener) {
        this.syscalls = syscalls;
        this.request = request;
        this.listener = listener;
    }

    /** How the last init ended. */
    WaitStatus live(Launch.Outcome first, long firstPid) {
        Launch.Outcome run = first;
        long initPid = firstPid;
        while (true) {
            long began = System.nanoTime();
            WaitStatus status = runUntilEnd(run, initPid);
            if (!restarts(status)) {
                return status;
            }
            if (System.nanoTime() - began < SHORTEST_NANOS) {
                syscalls.poll(new PollSet(), BRAKE_MILLIS);
            }
            Launch.Outcome next = new Launch(syscalls, request).run();
            if (!(next.report() instanceof LaunchReport.Started(long pid))) {
                System.err.println("cannot start again after a reboot: " + next.report());
                return status;
            }
            run = next;
            initPid = pid;
        }
    }

    private WaitStatus runUntilEnd(Launch.Outcome run, long initPid) {
        LoadedProgram program = run.program();
        program.closeTemporary(syscalls);
        List<Console> consoles =
                Arrays.stream(program.consoles())
                        .mapToObj(master -> new Console(syscalls, master))
                        .toList();
        Supervisor supervisor = new Supervisor(syscalls, initPid, listener, consoles, run.views());
        WaitStatus status = supervisor.superviseUntilEnd();
        supervisor.awaitFirstClient(request.lingerMillis());
        supervisor.sayLastWords(!restarts(status));
        program.closeConsoles(syscalls);
        new Release(syscalls, program).run();
        return status;
    }

    /** reboot(2) in a PID namespace: LINUX_REBOOT_CMD_RESTART ends the init by SIGHUP. */
    private boolean restarts(WaitStatus status) {
        return request.restarting() && status.isSignaled() && status.signal() == Signals.SIGHUP;
    }
}
