package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_WRONLY;

import dev.vsh.domain.IdMap;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.stream.Collectors;

/** The steps that make a process what the init has to be: who it is, what it may do, and at last its program. */
final class IdentitySteps {
    private static final int IFNAMSIZ = 16;
    private static final int IFF_UP_RUNNING = 0x41;
    private final ContainerPlan plan;
    private final ProgramBuilder program;
    private final ProcessSteps process;

    IdentitySteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
        this.process = new ProcessSteps(plan.security(), plan.init(), program.container());
    }

    void mapIds() {
        plan.idMap()
                .ifPresent(
                        map -> {
                            writeMap("uid_map", map.uids());
                            writeMap("gid_map", map.gids());
                        });
    }

    void letGo() {
        new LetGo(program).letGo();
    }

    private void writeMap(String file, List<IdMap.Range> ranges) {
        String text =
                ranges.stream()
                        .map(
                                range ->
                                        range.start()
                                                + " "
                                                + range.target()
                                                + " "
                                                + range.count()
                                                + "\n")
                        .collect(Collectors.joining());
        var attach = program.attach();
        String label = "write the container's " + file;
        Slot fd =
                attach.get(
                        file,
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        new Argument.Formatted("/proc/", Slot.PID, "/" + file),
                        Argument.flags(O_WRONLY, O_CLOEXEC));
        attach.run(
                label,
                SystemCall.WRITE,
                Argument.result(fd),
                Argument.text(text),
                Argument.number(text.length()));
        attach.run(label, SystemCall.CLOSE, Argument.result(fd));
    }

    void waitForHelper() {
        process.dieWithHelper();
        LetGo.waitForHelper(program.container());
        if (plan.has(Namespace.USER)) {
            process.becomeRoot();
        }
    }

    void nameHost() {
        // A shared one is its owner's.
        if (plan.has(Namespace.UTS)) {
            program.container()
                    .run(
                            "set the host name",
                            SystemCall.SETHOSTNAME,
                            Argument.text(plan.hostname()),
                            Argument.number(plan.hostname().length()));
        }
        if (plan.linux32()) {
            program.container()
                    .run(
                            "be a 32-bit system",
                            SystemCall.PERSONALITY,
                            Argument.constant(ProcessFlags.PER_LINUX32));
        }
    }

    void raiseLoopback() {
        if (!plan.has(Namespace.NETWORK)) {
            return;
        }
        String label = "bring lo up";
        var container = program.container();
        Slot socket =
                container.get(
                        "socket",
                        label,
                        SystemCall.SOCKET,
                        Argument.constant(DeviceFlags.AF_INET),
                        Argument.flags(DeviceFlags.SOCK_DGRAM, DeviceFlags.SOCK_CLOEXEC),
                        Argument.number(0));
        container.run(
                label,
                SystemCall.IOCTL,
                Argument.result(socket),
                Argument.constant(DeviceFlags.SIOCSIFFLAGS),
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Chars("lo", IFNAMSIZ),
                                new Argument.Field.Int64(IFF_UP_RUNNING),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Int64(0)),
                        "{lo, IFF_UP|IFF_RUNNING}"));
        container.run(label, SystemCall.CLOSE, Argument.result(socket));
    }

    /**
     * @param proc the container's {@code /proc}, whatever is mounted over it
     */
    void becomeInit(Slot proc) {
        String path = plan.init().path();
        process.find(path);
        process.takeLabel(proc);
        process.prepare();
        process.run("run the init '" + path + "'", path);
    }
}
