package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.CLOSE_RANGE_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_NOCTTY;
import static dev.vsh.linux.FileFlags.O_NONBLOCK;
import static dev.vsh.linux.FileFlags.O_RDONLY;
import static dev.vsh.linux.FileFlags.O_RDWR;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;
import dev.vsh.netlink.LinkRequests;

import java.util.List;

/**
 * A program that anybody may run, with a step of every kind that a container's has: its init is an ordinary process of
 * the host on a terminal of the host. It makes a helper load what it will need for containers.
 */
public final class RehearsalProgram {
    private static final long LAST_FD = 0xffffffffL;

    private final ProgramBuilder program = new ProgramBuilder();

    private RehearsalProgram() {}

    /**
     * @param script what {@code /bin/sh} runs as init, with the terminal as its standard streams
     * @param groups folders that the helper removes in the end, as it does with cgroups
     */
    public static SetupProgram of(String script, List<String> groups) {
        RehearsalProgram rehearsal = new RehearsalProgram();
        groups.forEach(rehearsal.program::addCgroup);
        return rehearsal.build(script);
    }

    private SetupProgram build(String script) {
        Slot console = openConsole();
        serveNobody();
        askAboutLo();
        program.attach()
                .run(
                        "let the child go on",
                        SystemCall.WRITE,
                        Argument.result(Slot.GO_WRITE),
                        Argument.text("."),
                        Argument.number(1));
        program.container()
                .run(
                        "wait for the helper",
                        SystemCall.READ,
                        Argument.result(Slot.GO_READ),
                        new Argument.Structure(List.of(new Argument.Field.Int64(0)), "[…]"),
                        Argument.number(1));
        takeConsole(console);
        program.container()
                .tolerating(Errno.EPERM)
                .run(
                        "show the helper what will run",
                        SystemCall.PTRACE,
                        Argument.constant(ProcessFlags.PTRACE_TRACEME));
        program.container()
                .run(
                        "keep the helper's descriptors",
                        SystemCall.CLOSE_RANGE,
                        Argument.number(3),
                        Argument.number(LAST_FD),
                        Argument.constant(CLOSE_RANGE_CLOEXEC));
        program.container()
                .run(
                        "run the init",
                        SystemCall.EXECVE,
                        Argument.text("/bin/sh"),
                        new Argument.TextArray(List.of("sh", "-c", script)),
                        new Argument.TextArray(List.of("PATH=/usr/bin:/bin")));
        return program.build(CloneFlags.SIGCHLD);
    }

    /** The terminal's other end, for the init. */
    private Slot openConsole() {
        var prepare = program.prepare();
        String label = "open a console";
        Slot master =
                prepare.get(
                        "console",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text("/dev/ptmx"),
                        Argument.flags(O_RDWR, O_NOCTTY, O_NONBLOCK, O_CLOEXEC));
        prepare.run(
                label,
                SystemCall.IOCTL,
                Argument.result(master),
                Argument.constant(DeviceFlags.TIOCSPTLCK),
                new Argument.Structure(List.of(new Argument.Field.Int32(0)), "[0]"));
        Slot terminal =
                prepare.get(
                        "terminal",
                        label,
                        SystemCall.IOCTL,
                        Argument.result(master),
                        Argument.constant(DeviceFlags.TIOCGPTPEER),
                        Argument.flags(O_RDWR, O_NOCTTY));
        program.addConsole(master);
        program.keep(terminal);
        return terminal;
    }

    /** A descriptor that nothing comes from, in the place of the filesystem that the helper is the server of. */
    private void serveNobody() {
        Slot silent =
                program.prepare()
                        .get(
                                "silent",
                                "serve nobody",
                                SystemCall.EVENTFD2,
                                Argument.number(0),
                                Argument.flags(O_NONBLOCK, O_CLOEXEC));
        program.serve(new SetupProgram.Views(silent, 0, 0));
    }

    /** What a helper has to load for its first question is more than what the question takes. */
    private void askAboutLo() {
        var attach = program.attach();
        String label = "ask about lo";
        Slot network =
                attach.get(
                        "network",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        new Argument.Formatted("/proc/", Slot.PID, "/ns/net"),
                        Argument.flags(O_RDONLY, O_CLOEXEC));
        Slot links =
                attach.get(
                        "links",
                        label,
                        SystemCall.SOCKET,
                        Argument.constant(DeviceFlags.AF_NETLINK),
                        Argument.flags(DeviceFlags.SOCK_RAW, DeviceFlags.SOCK_CLOEXEC),
                        Argument.constant(DeviceFlags.NETLINK_ROUTE));
        new NetlinkCalls(attach, links).find("lo", label, LinkRequests.find("lo"));
        attach.run(label, SystemCall.CLOSE, Argument.result(links));
        attach.run(label, SystemCall.CLOSE, Argument.result(network));
    }

    private void takeConsole(Slot terminal) {
        var container = program.container();
        String label = "take the console as terminal";
        container.run(label, SystemCall.SETSID);
        container
                .tolerating(Errno.EPERM)
                .run(
                        label,
                        SystemCall.IOCTL,
                        Argument.result(terminal),
                        Argument.constant(DeviceFlags.TIOCSCTTY),
                        Argument.number(0));
        for (int stream = 0; stream <= 2; stream++) {
            container.run(
                    label,
                    SystemCall.DUP3,
                    Argument.result(terminal),
                    Argument.number(stream),
                    Argument.number(0));
        }
    }
}
