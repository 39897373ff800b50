package dev.vsh.driver.lxc;

import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.helper.protocol.Expectation;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.Signals;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.util.Optional;

/** Ends a running domain. Call with its lock held. */
final class Stopper {
    /** How long a helper may take to clean up after its init before it is taken for stuck. */
    private static final int HELPER_MILLIS = 10_000;

    private final Workshop workshop;
    private final Syscalls syscalls;

    Stopper(Workshop workshop) {
        this.workshop = workshop;
        this.syscalls = workshop.syscalls();
    }

    /**
     * @return what was written down
     * @throws DriverException OPERATION_DENIED when the container's processes are not ours to end
     */
    RunRecord.Ended destroy(String name, RunRecord.Active active) {
        try {
            return end(name, active);
        } catch (SyscallException e) {
            throw Denial.of("cannot end the processes of domain '" + name + "'", e);
        }
    }

    private RunRecord.Ended end(String name, RunRecord.Active active) {
        RunRecord.Active stopping = active.withStopping(ShutOffReason.DESTROYED);
        note(name, stopping);
        open(active.helper())
                .ifPresent(
                        helper -> {
                            // Or it would take this for a crash, and start the container again.
                            expect(active, Expectation.END);
                            end(helper, active);
                        });
        return workshop.settle(name, stopping, ShutOffReason.DESTROYED);
    }

    private void end(Fd helper, RunRecord.Active active) {
        try (helper) {
            Optional<Fd> init = active.init().flatMap(this::open);
            // The init's end is the end of everything in its PID namespace: zap_pid_ns_processes()
            // in the kernel. Without one there is nothing that the helper would wait for: it is
            // starting, or starting again.
            init.ifPresentOrElse(this::kill, () -> syscalls.signal(helper, Signals.SIGKILL));
            if (!workshop.reality().awaitKilled(helper, active, HELPER_MILLIS)) {
                syscalls.signal(helper, Signals.SIGKILL);
                workshop.reality().awaitKilled(helper, active, HELPER_MILLIS);
            }
        }
    }

    private boolean expect(RunRecord.Active active, Expectation expectation) {
        return new HelperSocket(syscalls, workshop.run())
                .ask(active.helper().pid(), Frame.expect(expectation))
                .isPresent();
    }

    /**
     * Ends the init and waits until its helper has started another.
     *
     * @throws DriverException OPERATION_FAILED when it has not
     */
    void reset(String name, RunRecord.Active active, ProcessId init) {
        try (Fd pidfd = syscalls.openProcess(init.pid())) {
            if (!expect(active, Expectation.RESET)) {
                throw notReset(name, "its helper does not answer");
            }
            workshop.log(name).note("reset: everything in it is killed");
            syscalls.signal(pidfd, Signals.SIGKILL);
            workshop.reality().awaitKilled(pidfd, active, HELPER_MILLIS);
        } catch (SyscallException e) {
            throw Denial.of("cannot reset domain '" + name + "'", e);
        }
        new Aftermath(workshop, active, init).await();
        if (!active.helper().isAlive()) {
            throw notReset(name, "it could not be started again, its log says why");
        }
    }

    private static DriverException notReset(String name, String reason) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED, "cannot reset domain '" + name + "': " + reason);
    }

    /** What cannot be written down must not keep a container from being stopped: a full disk is no reason to live. */
    private void note(String name, RunRecord.Active stopping) {
        try {
            workshop.run().write(name, stopping);
        } catch (DriverException _) {
            // The settling at the end writes again, and tells when that fails too.
        }
    }

    private Optional<Fd> open(ProcessId process) {
        try {
            Fd pidfd = syscalls.openProcess(process.pid());
            if (process.isAlive()) {
                return Optional.of(pidfd);
            }
            pidfd.close();
            return Optional.empty();
        } catch (SyscallException e) {
            if (e.errno() == Errno.ESRCH) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void kill(Fd process) {
        try (process) {
            syscalls.signal(process, Signals.SIGKILL);
        }
    }
}
