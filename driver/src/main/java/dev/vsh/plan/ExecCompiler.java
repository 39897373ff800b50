package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_DIRECTORY;
import static dev.vsh.linux.FileFlags.O_NOCTTY;
import static dev.vsh.linux.FileFlags.O_NONBLOCK;
import static dev.vsh.linux.FileFlags.O_PATH;
import static dev.vsh.linux.FileFlags.O_RDONLY;
import static dev.vsh.linux.FileFlags.O_RDWR;
import static dev.vsh.linux.FileFlags.O_WRONLY;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.Constant;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns a command for a running container into a program. The order of the steps is explained, in the same words as
 * their labels, in {@code src/site/markdown/design/container-exec.md}.
 */
public final class ExecCompiler {
    private static final String HOME = "return to the host's processes";

    /**
     * The user namespace is the last: who is in it has no right any more to enter what belongs to the host, as a shared
     * network does.
     */
    private static final List<Kind> ENTERED =
            List.of(
                    new Kind("ipc", CloneFlags.CLONE_NEWIPC),
                    new Kind("uts", CloneFlags.CLONE_NEWUTS),
                    new Kind("net", CloneFlags.CLONE_NEWNET),
                    new Kind("cgroup", CloneFlags.CLONE_NEWCGROUP),
                    new Kind("mnt", CloneFlags.CLONE_NEWNS));

    private static final Kind PROCESSES = new Kind("pid", CloneFlags.CLONE_NEWPID);
    private static final Kind USERS = new Kind("user", CloneFlags.CLONE_NEWUSER);

    private final ExecPlan plan;
    private final ProgramBuilder program = new ProgramBuilder();
    private final Map<Kind, Slot> namespaces = new HashMap<>();
    private final List<Slot> members = new ArrayList<>();

    /**
     * A kind of namespace.
     *
     * @param file in {@code /proc/PID/ns}
     */
    private record Kind(String file, Constant flag) {}

    private ExecCompiler(ExecPlan plan) {
        this.plan = plan;
    }

    public static SetupProgram compile(ExecPlan plan) {
        return new ExecCompiler(plan).compile();
    }

    private SetupProgram compile() {
        Slot root = open("root", "find the container's root", "root", O_PATH, O_DIRECTORY);
        ENTERED.forEach(this::find);
        plan.idMap().ifPresent(_ -> find(USERS));
        find(PROCESSES);
        plan.cgroups().forEach(this::findGroup);
        List<Slot> streams = plan.terminal().map(this::openTerminal).orElseGet(this::ownPipes);
        enter(program.prepare(), PROCESSES, "join the container's processes");
        leaveProcesses(program.attach());
        new LetGo(program).letGo();
        leaveProcesses(program.release());
        enterContainer(root, streams);
        return program.build(CloneFlags.SIGCHLD);
    }

    private Slot open(String name, String label, String file, Constant... flags) {
        Constant[] all = Arrays.copyOf(flags, flags.length + 1);
        all[flags.length] = O_CLOEXEC;
        return program.prepare()
                .get(
                        name,
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        new Argument.Formatted("/proc/", Slot.INIT, "/" + file),
                        Argument.flags(all));
    }

    private void find(Kind namespace) {
        namespaces.put(
                namespace,
                open(
                        namespace.file(),
                        "find the container's " + namespace.file() + " namespace",
                        "ns/" + namespace.file(),
                        O_RDONLY));
    }

    private void findGroup(String path) {
        members.add(
                program.prepare()
                        .get(
                                "members",
                                "open the cgroup's member list",
                                SystemCall.OPENAT,
                                Argument.constant(AT_FDCWD),
                                Argument.text(path),
                                Argument.flags(O_WRONLY, O_CLOEXEC)));
    }

    /** One of the container's own, so that programs in it can find its name. */
    private List<Slot> openTerminal(WindowSize size) {
        String label = "open a terminal";
        var prepare = program.prepare();
        Slot master =
                prepare.get(
                        "master",
                        label,
                        SystemCall.OPENAT,
                        Argument.result(Slot.TERMINALS),
                        Argument.text("ptmx"),
                        Argument.flags(O_RDWR, O_NOCTTY, O_NONBLOCK, O_CLOEXEC));
        TerminalSteps.setUp(prepare, label, master, size);
        Slot terminal =
                prepare.get(
                        "terminal",
                        label,
                        SystemCall.IOCTL,
                        Argument.result(master),
                        Argument.constant(DeviceFlags.TIOCGPTPEER),
                        Argument.flags(O_RDWR, O_NOCTTY, O_CLOEXEC));
        program.addConsole(master);
        own(terminal);
        return List.of(terminal, terminal, terminal);
    }

    private List<Slot> ownPipes() {
        List<Slot> pipes = List.of(Slot.STDIN, Slot.STDOUT, Slot.STDERR);
        pipes.forEach(this::own);
        return pipes;
    }

    /** Or the process could not open {@code /dev/stdout}, which is this by its name. */
    private void own(Slot stream) {
        if (plan.hostUid() != 0) {
            program.prepare()
                    .run(
                            "give its streams to the process",
                            SystemCall.FCHOWN,
                            Argument.result(stream),
                            Argument.number(plan.hostUid()),
                            Argument.number(plan.hostGid()));
        }
    }

    /** Children are born there; the helper itself stays where it is, and comes back for its next child. */
    private void leaveProcesses(ProgramBuilder.Section section) {
        Slot home =
                section.get(
                        "processes",
                        HOME,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text("/proc/self/ns/pid"),
                        Argument.flags(O_RDONLY, O_CLOEXEC));
        section.run(
                HOME,
                SystemCall.SETNS,
                Argument.result(home),
                Argument.constant(CloneFlags.CLONE_NEWPID));
        section.run(HOME, SystemCall.CLOSE, Argument.result(home));
    }

    private void enter(ProgramBuilder.Section section, Kind namespace, String label) {
        section.run(
                label,
                SystemCall.SETNS,
                Argument.result(Objects.requireNonNull(namespaces.get(namespace))),
                Argument.constant(namespace.flag()));
    }

    private void enterContainer(Slot root, List<Slot> streams) {
        var container = program.container();
        ProcessSteps process = new ProcessSteps(plan.security(), plan.process(), container);
        process.dieWithHelper();
        // From its birth the container can see it, and before its program runs it has what is the
        // host's: CVE-2016-9962.
        container.run(
                "hide from the container",
                SystemCall.PRCTL,
                Argument.constant(ProcessFlags.PR_SET_DUMPABLE),
                Argument.number(0));
        LetGo.waitForHelper(container);
        process.takeLabel(openProc(container));
        members.forEach(member -> join(container, member));
        for (Kind namespace : ENTERED) {
            enter(container, namespace, "enter the container");
        }
        String label = "enter the container's root";
        container.run(label, SystemCall.FCHDIR, Argument.result(root));
        container.run(label, SystemCall.CHROOT, Argument.text("."));
        if (namespaces.containsKey(USERS)) {
            enter(container, USERS, "enter the container");
            process.becomeRoot();
        }
        if (plan.linux32()) {
            container.run(
                    "be a 32-bit system",
                    SystemCall.PERSONALITY,
                    Argument.constant(ProcessFlags.PER_LINUX32));
        }
        takeStreams(container, streams);
        process.prepare();
        runFirst(process);
    }

    private static Slot openProc(ProgramBuilder.Section container) {
        return container.get(
                "proc",
                "find the host's /proc",
                SystemCall.OPENAT,
                Argument.constant(AT_FDCWD),
                Argument.text("/proc"),
                Argument.flags(O_PATH, O_DIRECTORY, O_CLOEXEC));
    }

    private static void join(ProgramBuilder.Section container, Slot member) {
        container.run(
                "enter the container's cgroup",
                SystemCall.WRITE,
                Argument.result(member),
                Argument.text("0"),
                Argument.number(1));
    }

    private void takeStreams(ProgramBuilder.Section container, List<Slot> streams) {
        String label = "take the streams";
        container.run(label, SystemCall.SETSID);
        if (plan.terminal().isPresent()) {
            container.run(
                    label,
                    SystemCall.IOCTL,
                    Argument.result(streams.getFirst()),
                    Argument.constant(DeviceFlags.TIOCSCTTY),
                    Argument.number(0));
        }
        for (int stream = 0; stream < streams.size(); stream++) {
            container.run(
                    label,
                    SystemCall.DUP3,
                    Argument.result(streams.get(stream)),
                    Argument.number(stream),
                    Argument.number(0));
        }
    }

    private void runFirst(ProcessSteps process) {
        String label = "run '" + plan.process().path() + "'";
        List<String> candidates = plan.candidates();
        for (String candidate : candidates.subList(0, candidates.size() - 1)) {
            process.runIfThere(label, candidate);
        }
        process.run(label, candidates.getLast());
    }
}
