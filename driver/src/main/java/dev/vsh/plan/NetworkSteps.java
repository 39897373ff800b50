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

    private final ProgramBuilder program;
    private final Slot process;

    /**
     * @param process one of the container's
     */
    NetworkSteps(ProgramBuilder program, Slot process) {
        this.program = program;
        this.process = process;
    }

    /** The sockets, and the way back for what was lent, once the container has ended. */
    record Lines(Slot host, Slot container, Slot home) {}

    void connect(List<InterfacePlan> interfaces) {
        if (!interfaces.isEmpty()) {
            Lines lines = open();
            new InterfaceSteps(program, lines, process).connect(interfaces);
            close(program.release(), lines.home(), lines.container(), lines.host());
        }
    }

    Lines open() {
        Slot host = socket("host-links");
        Slot inside =
                open(program.attach(), OPEN, new Argument.Formatted("/proc/", process, "/ns/net"));
        enter(program.attach(), OPEN, inside);
        Slot container = socket("container-links");
        program.attach().run(OPEN, SystemCall.CLOSE, Argument.result(inside));
        Slot outside = leave(program.attach());
        program.attach().run(LEAVE, SystemCall.CLOSE, Argument.result(outside));
        return new Lines(host, container, leave(program.release()));
    }

    static void close(ProgramBuilder.Section section, Slot... open) {
        for (Slot each : open) {
            section.run(CLOSE, SystemCall.CLOSE, Argument.result(each));
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

    /** See {@link NamespaceSteps} for why that is the host's; the way there, too, for an interface. */
    static Slot leave(ProgramBuilder.Section section) {
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
