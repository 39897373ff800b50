package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import java.util.List;

/**
 * The newer system calls that a start makes, each really made, with arguments that cannot do anything: a kernel that does
 * not have it says ENOSYS, any other complains about the arguments.
 */
record CallExamination(Syscalls syscalls) implements Examination {
    private static final String AREA = "system calls";
    private static final long NOTHING = -1;

    /** Which release of the kernel brought it. */
    private record Newer(SystemCall call, String since) {}

    private static final List<Newer> CALLS =
            List.of(
                    new Newer(SystemCall.OPEN_TREE, "5.2"),
                    new Newer(SystemCall.MOVE_MOUNT, "5.2"),
                    new Newer(SystemCall.FSOPEN, "5.2"),
                    new Newer(SystemCall.FSMOUNT, "5.2"),
                    new Newer(SystemCall.PIDFD_OPEN, "5.3"),
                    new Newer(SystemCall.PIDFD_SEND_SIGNAL, "5.1"),
                    new Newer(SystemCall.OPENAT2, "5.6"),
                    new Newer(SystemCall.MOUNT_SETATTR, "5.12"),
                    new Newer(SystemCall.SECCOMP, "3.17"),
                    new Newer(SystemCall.BPF, "3.18"));

    @Override
    public List<HostCheck> findings() {
        return CALLS.stream().map(this::finding).toList();
    }

    private HostCheck finding(Newer newer) {
        String name = newer.call.callName();
        long result = syscalls.attempt(newer.call, NOTHING, 0, NOTHING, 0, 0, 0);
        return result == -Errno.ENOSYS.number()
                ? HostCheck.fail(
                        AREA,
                        name,
                        "neither this kernel nor what filters its calls lets it be made",
                        "boot Linux " + newer.since + " or later")
                : HostCheck.pass(AREA, name, "there since Linux " + newer.since);
    }
}
