package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_RDONLY;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.SystemCall;

import java.util.List;

/**
 * The steps that give the container its network interfaces, and the host what it lent. All are the helper's: it has a
 * socket in the host's network and one in the container's. The latter also keeps that network alive when all processes
 * of the container are gone, so that interfaces can be given back which the kernel would destroy with it.
 */
final class NetworkSteps {
    private static final String OPEN = "open the container's network";
    private static final String LEAVE = "leave the container's network";
    private static final String CLOSE = "let go of the container's network";

    private final ContainerPlan plan;
    private final ProgramBuilder program;

    NetworkSteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
    }

    void connect() {
        if (plan.interfaces().isEmpty()) {
            return;
        }
        Slot host = socket("host-links");
        Slot inside =
                open(program.attach(), OPEN, new Argument.Formatted("/proc/", Slot.PID, "/ns/net"));
        enter(program.attach(), OPEN, inside);
        Slot container = socket("container-links");
        program.attach().run(OPEN, SystemCall.CLOSE, Argument.result(inside));
        Slot outside = leave(program.attach());
        program.attach().run(LEAVE, SystemCall.CLOSE, Argument.result(outside));
        Slot home = leave(program.release());
        new InterfaceSteps(program, host, container, home).connect(plan.interfaces());
        for (Slot each : List.of(home, container, host)) {
            program.release().run(CLOSE, SystemCall.CLOSE, Argument.result(each));
        }
    }

    private Slot socket(String name) {
        return program.attach()
                .get(
                        name,
                        OPEN,
                        SystemCall.SOCKET,
                        Argument.constant(DeviceFlags.AF_NETLINK),
                        Argument.flags(DeviceFlags.SOCK_RAW, DeviceFlags.SOCK_CLOEXEC),
                        Argument.constant(DeviceFlags.NETLINK_ROUTE));
    }

    /** See {@link NamespaceSteps} for why that is the host's. */
    private static Slot leave(ProgramBuilder.Section section) {
        Slot home = open(section, LEAVE, Argument.text("/proc/self/ns/net"));
        enter(section, LEAVE, home);
        return home;
    }

    private static Slot open(ProgramBuilder.Section section, String label, Argument path) {
        return section.get(
                "network",
                label,
                SystemCall.OPENAT,
                Argument.constant(AT_FDCWD),
                path,
                Argument.flags(O_RDONLY, O_CLOEXEC));
    }

    private static void enter(ProgramBuilder.Section section, String label, Slot network) {
        section.run(
                label,
                SystemCall.SETNS,
                Argument.result(network),
                Argument.constant(CloneFlags.CLONE_NEWNET));
    }
}
