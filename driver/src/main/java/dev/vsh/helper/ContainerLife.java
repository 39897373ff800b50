package dev.vsh.helper;

import dev.vsh.helper.protocol.InitEnding;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.Fd;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.WaitStatus;

import java.util.Arrays;
import java.util.List;

/** A container from its start to its end, reboots included: the same program runs again, or what changes made of it. */
final class ContainerLife {
    private final Syscalls syscalls;
    private final LaunchRequest request;
    private final Fd listener;
    private final Orders orders;
    private final RestartBrake brake = new RestartBrake();

    ContainerLife(Syscalls syscalls, LaunchRequest request, Fd listener) {
        this.syscalls = syscalls;
        this.request = request;
        this.listener = listener;
        this.orders = new Orders(request.endActions());
    }

    /** How the last init ended. */
    WaitStatus live(Launch.Outcome first, long firstPid) {
        Launch.Outcome run = first;
        long initPid = firstPid;
        while (true) {
            long began = System.nanoTime();
            WaitStatus status = runUntilEnd(run, initPid);
            long nanos = System.nanoTime() - began;
            if (!orders.restartAfter(status) || !isAllowed(status, nanos)) {
                return status;
            }
            tell(status);
            orders.forgetExpectation();
            syscalls.poll(new PollSet(), brake.pauseMillis(nanos));
            Launch.Outcome next = new Launch(syscalls, orders.next(request)).run();
            if (!(next.report() instanceof LaunchReport.Started(long pid))) {
                System.err.println("cannot start again: " + next.report());
                return status;
            }
            run = next;
            initPid = pid;
        }
    }

    /** Of an end that nobody wanted the driver never hears: the container runs again before it looks. */
    private void tell(WaitStatus status) {
        if (!orders.isExpected() && InitEnding.of(status) != InitEnding.REBOOT) {
            System.err.println(
                    status.isSignaled()
                            ? "started again: signal " + status.signal() + " had ended its init"
                            : "started again: its init had exited with status "
                                    + status.exitStatus());
        }
    }

    private boolean isAllowed(WaitStatus status, long nanos) {
        boolean allowed = brake.allows(status, nanos, orders.isExpected());
        if (!allowed) {
            System.err.println(
                    "not started again: it has ended "
                            + RestartBrake.PATIENCE
                            + " times in a row soon after its start");
        }
        return allowed;
    }

    private WaitStatus runUntilEnd(Launch.Outcome run, long initPid) {
        LoadedProgram program = run.program();
        program.closeTemporary(syscalls);
        List<Console> consoles =
                Arrays.stream(program.consoles())
                        .mapToObj(master -> new Console(syscalls, master))
                        .toList();
        Execs execs = new Execs(syscalls, initPid, program, run.views());
        Changes changes = new Changes(syscalls, initPid, program, orders);
        Supervisor supervisor =
                new Supervisor(
                        syscalls, initPid, listener, consoles, run.views(), orders, execs, changes);
        WaitStatus status = supervisor.superviseUntilEnd();
        supervisor.awaitFirstClient(request.lingerMillis());
        supervisor.sayLastWords(!orders.restartAfter(status));
        changes.release();
        program.closeConsoles(syscalls);
        new Release(syscalls, program).run();
        return status;
    }
}
