package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_SYMLINK_NOFOLLOW;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_NOCTTY;
import static dev.vsh.linux.FileFlags.O_NONBLOCK;
import static dev.vsh.linux.FileFlags.O_RDWR;
import static dev.vsh.linux.FileFlags.S_IFREG;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NODEV;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOEXEC;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOSUID;

import dev.vsh.linux.Constant;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Optional;

/**
 * The steps that make {@code /dev}, its terminals and the consoles. The helper makes them, not the child: in a user
 * namespace nobody may make device nodes, and the consoles' master ends must stay with the helper.
 */
final class DeviceSteps {
    private static final List<DevicePlan> NODES =
            List.of(
                    character("null", 1, 3),
                    character("zero", 1, 5),
                    character("full", 1, 7),
                    character("random", 1, 8),
                    character("urandom", 1, 9),
                    character("tty", 5, 0));

    private static final List<Link> LINKS =
            List.of(
                    new Link("ptmx", "pts/ptmx"),
                    new Link("fd", "/proc/self/fd"),
                    new Link("stdin", "/proc/self/fd/0"),
                    new Link("stdout", "/proc/self/fd/1"),
                    new Link("stderr", "/proc/self/fd/2"));

    private static final Constant FOR_ALL = new Constant("0666", 0666);

    private record Link(String name, String target) {}

    private final ContainerPlan plan;
    private final DiskSteps disks;
    private final ProgramBuilder program;
    private final Slot dev = Slot.DEV;
    private final Slot terminals = Slot.TERMINALS;
    private Optional<Slot> console = Optional.empty();
    private Optional<Slot> queues = Optional.empty();

    private static DevicePlan character(String name, int major, int minor) {
        return new DevicePlan(name, false, major, minor, "rwm");
    }

    DeviceSteps(ContainerPlan plan, DiskSteps disks, ProgramBuilder program) {
        this.plan = plan;
        this.disks = disks;
        this.program = program;
        Filesystems host = new Filesystems(program.prepare());
        host.createLasting(
                Slot.DEV,
                "make a private /dev",
                "tmpfs",
                List.of("mode=755", "size=65536", "uid=" + plan.rootUid(), "gid=" + plan.rootGid()),
                MOUNT_ATTR_NOSUID,
                MOUNT_ATTR_NOEXEC);
        host.createLasting(
                Slot.TERMINALS,
                "make private terminals",
                "devpts",
                List.of("newinstance", "ptmxmode=0666", "mode=0620", "gid=" + plan.ttyGid()),
                MOUNT_ATTR_NOSUID,
                MOUNT_ATTR_NOEXEC);
    }

    Slot dev() {
        return dev;
    }

    void prepare() {
        NODES.forEach(node -> makeNode(node, FOR_ALL));
        for (Link link : LINKS) {
            program.prepare()
                    .run(
                            "make a private /dev",
                            SystemCall.SYMLINKAT,
                            Argument.text(link.target()),
                            Argument.result(dev),
                            Argument.text(link.name()));
            own(dev, link.name(), plan.rootUid(), plan.rootGid());
        }
        List.of("pts", "shm", "mqueue").forEach(this::makeFolder);
        plan.devices().stream()
                .flatMap(device -> device.folders().stream())
                .distinct()
                .forEach(this::makeFolder);
        plan.devices().forEach(device -> makeNode(device, NodeSteps.FOR_ROOT));
        List.of(".", "ptmx").forEach(name -> own(terminals, name, plan.rootUid(), plan.rootGid()));
        for (int console = 0; console < plan.consoles().size(); console++) {
            openConsole(console);
        }
    }

    private void makeNode(DevicePlan node, Constant mode) {
        NodeSteps.make(program.prepare(), dev, node.path(), node, disks, mode);
        own(dev, node.path(), plan.rootUid(), plan.rootGid());
    }

    private void makeFolder(String name) {
        program.prepare()
                .run(
                        "make a private /dev",
                        SystemCall.MKDIRAT,
                        Argument.result(dev),
                        Argument.text(name),
                        Argument.octal(0755));
        own(dev, name, plan.rootUid(), plan.rootGid());
    }

    private void own(Slot folder, String name, long uid, long gid) {
        if (plan.idMap().isEmpty() && uid == 0) {
            return;
        }
        program.prepare()
                .run(
                        "give '" + name + "' to its owner in the container",
                        SystemCall.FCHOWNAT,
                        Argument.result(folder),
                        Argument.text(name),
                        Argument.number(uid),
                        Argument.number(gid),
                        Argument.constant(AT_SYMLINK_NOFOLLOW));
    }

    private void openConsole(int number) {
        var prepare = program.prepare();
        String label = "open console " + number;
        Slot master =
                prepare.get(
                        "console" + number,
                        label,
                        SystemCall.OPENAT,
                        Argument.result(terminals),
                        Argument.text("ptmx"),
                        Argument.flags(O_RDWR, O_NOCTTY, O_NONBLOCK, O_CLOEXEC));
        TerminalSteps.setUp(prepare, label, master, plan.consoles().get(number));
        // With one descriptor of ours open, the master reads on when the container closes its last:
        // no end, no EIO.
        program.keep(
                prepare.get(
                        "terminal" + number,
                        label,
                        SystemCall.OPENAT,
                        Argument.result(terminals),
                        Argument.text(Integer.toString(number)),
                        Argument.flags(O_RDWR, O_NOCTTY, O_CLOEXEC)));
        // The init's user owns the terminal it works on, or it could not open it again.
        own(terminals, Integer.toString(number), plan.hostUid(plan.init().uid()), plan.ttyGid());
        program.addConsole(master);
        makeMountPoint("tty" + (number + 1));
        if (number == 0) {
            makeMountPoint("console");
        }
    }

    private void makeMountPoint(String name) {
        program.prepare()
                .run(
                        "make a private /dev",
                        SystemCall.MKNODAT,
                        Argument.result(dev),
                        Argument.text(name),
                        Argument.flags(S_IFREG, new Constant("0600", 0600)),
                        Argument.number(0));
    }

    /** Those of an IPC namespace that is somebody else's cannot be mounted from within a user namespace. */
    void prepareQueues() {
        if (plan.has(Namespace.USER) && plan.joins(Namespace.IPC)) {
            queues =
                    Optional.of(
                            makeQueues("make a /dev/mqueue", new Filesystems(program.prepare())));
        }
    }

    private static Slot makeQueues(String label, Filesystems filesystems) {
        return filesystems.create(
                label, "mqueue", List.of(), MOUNT_ATTR_NOSUID, MOUNT_ATTR_NODEV, MOUNT_ATTR_NOEXEC);
    }

    void mount(Slot root) {
        var container = program.container();
        Filesystems inside = new Filesystems(container);
        Slot target = new Targets(container, root).folder("mount /dev", "dev", "/dev");
        inside.mountOn("mount /dev", dev, target);
    }

    void mountInside() {
        var container = program.container();
        Filesystems inside = new Filesystems(container);
        inside.mountBelow("mount /dev/pts", terminals, Argument.result(dev), "pts");
        Slot shm =
                inside.create(
                        "mount /dev/shm",
                        "tmpfs",
                        List.of("mode=1777"),
                        MOUNT_ATTR_NOSUID,
                        MOUNT_ATTR_NODEV,
                        MOUNT_ATTR_NOEXEC);
        inside.mountBelow("mount /dev/shm", shm, Argument.result(dev), "shm");
        Slot mqueue = queues.orElseGet(() -> makeQueues("mount /dev/mqueue", inside));
        inside.mountBelow("mount /dev/mqueue", mqueue, Argument.result(dev), "mqueue");
        for (int console = 0; console < plan.consoles().size(); console++) {
            mountConsole(inside, console, "tty" + (console + 1));
        }
        mountConsole(inside, 0, "console");
        // Before anything else is mounted: what the document puts on /dev or below must not take
        // its place.
        console =
                Optional.of(
                        container.get(
                                "tty",
                                "open the console",
                                SystemCall.OPENAT,
                                Argument.result(dev),
                                Argument.text("console"),
                                Argument.flags(O_RDWR, O_NOCTTY, O_CLOEXEC)));
    }

    private void mountConsole(Filesystems inside, int number, String name) {
        String label = "mount console " + number + " on /dev/" + name;
        Slot copy =
                inside.copyTree(name, label, Argument.result(terminals), Integer.toString(number));
        inside.mountBelow(label, copy, Argument.result(dev), name);
    }

    /** Makes console 0 the controlling terminal and the standard streams of what will be the init. */
    void takeConsole() {
        var container = program.container();
        String label = "take the console as terminal";
        Slot tty = console.orElseThrow();
        container.run(label, SystemCall.SETSID);
        container.run(
                label,
                SystemCall.IOCTL,
                Argument.result(tty),
                Argument.constant(DeviceFlags.TIOCSCTTY),
                Argument.number(0));
        for (int stream = 0; stream <= 2; stream++) {
            container.run(
                    label,
                    SystemCall.DUP3,
                    Argument.result(tty),
                    Argument.number(stream),
                    Argument.number(0));
        }
    }
}
