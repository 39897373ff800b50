package dev.vsh.driver.lxc;

import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.util.OptionalLong;

/** The time between an init's end and the moment when its helper has cleaned up, or has given the container another. */
final class Aftermath {
    private static final int LOOK_MILLIS = 50;
    private static final int TRIES = 400;

    private final Syscalls syscalls;
    private final HelperSocket socket;
    private final RunRecord.Active active;
    private final ProcessId init;

    Aftermath(Workshop workshop, RunRecord.Active active, ProcessId init) {
        this.syscalls = workshop.syscalls();
        this.socket = new HelperSocket(syscalls, workshop.run());
        this.active = active;
        this.init = init;
    }

    /** Waits it out, within reason: a helper that is stuck is the next verb's to deal with. */
    void await() {
        long helperPid = active.helper().pid();
        try (Fd helper = syscalls.openProcess(helperPid)) {
            for (int left = TRIES; left > 0 && active.helper().isAlive(); left--) {
                if (syscalls.awaitEnd(helper, LOOK_MILLIS)
                        || isAnother(socket.initPid(helperPid))) {
                    return;
                }
            }
        } catch (SyscallException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }

    private boolean isAnother(OptionalLong pid) {
        return pid.isPresent() && pid.getAsLong() != init.pid();
    }
}
