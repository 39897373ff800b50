package dev.vsh.plan;

import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NODEV;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOEXEC;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOSUID;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_RDONLY;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;

import java.util.List;
import java.util.Optional;

/**
 * The steps that mount {@code /proc} and {@code /sys} and protect what in them reaches the whole machine: libvirt's
 * read-only mounts, and the masked and read-only paths of runc and Docker.
 */
final class KernelFilesystemSteps {
    private static final Constant[] PLAIN = {
        MOUNT_ATTR_NOSUID, MOUNT_ATTR_NODEV, MOUNT_ATTR_NOEXEC
    };
    private static final Constant[] READONLY = {
        MOUNT_ATTR_RDONLY, MOUNT_ATTR_NOSUID, MOUNT_ATTR_NODEV, MOUNT_ATTR_NOEXEC
    };
    private static final List<String> NETWORK_SETTINGS = List.of("sys/net/ipv4", "sys/net/ipv6");
    private static final List<String> READONLY_PATHS = List.of("bus", "fs", "irq", "sysrq-trigger");
    private static final List<String> MASKED_FILES =
            List.of(
                    "interrupts",
                    "kcore",
                    "keys",
                    "latency_stats",
                    "sched_debug",
                    "timer_list",
                    "timer_stats");
    private static final List<String> MASKED_FOLDERS = List.of("acpi", "asound", "scsi");
    private static final List<String> MASKED_SYS_FOLDERS =
            List.of("firmware", "devices/virtual/powercap");

    private final ContainerPlan plan;
    private final ProgramBuilder program;
    private final Targets targets;
    private final Filesystems filesystems;
    private final boolean foreignNetwork;
    private Optional<Slot> proc = Optional.empty();
    private Optional<Slot> sys = Optional.empty();

    KernelFilesystemSteps(ContainerPlan plan, ProgramBuilder program, Slot root) {
        this.plan = plan;
        this.program = program;
        this.targets = new Targets(program.container(), root);
        this.filesystems = new Filesystems(program.container());
        // The kernel lets only the owner of the network namespace mount a sysfs that shows it.
        this.foreignNetwork = plan.has(Namespace.USER) && !plan.has(Namespace.NETWORK);
    }

    Slot sys() {
        return sys.orElseThrow();
    }

    /** The container's, mounted. */
    Slot proc() {
        return proc.orElseThrow();
    }

    void prepare() {
        if (foreignNetwork) {
            sys =
                    Optional.of(
                            new Filesystems(program.prepare())
                                    .create("make a /sys", "sysfs", List.of(), READONLY));
        }
    }

    void mountProc() {
        String label = "mount /proc";
        Slot target = targets.folder(label, "proc", "/proc");
        Slot mount = filesystems.create(label, "proc", List.of(), PLAIN);
        filesystems.mountOn(label, mount, target);
        proc = Optional.of(mount);
    }

    void mountSys() {
        String label = "mount /sys";
        Slot target = targets.folder(label, "sys", "/sys");
        Slot mount = sys.orElseGet(() -> filesystems.create(label, "sysfs", List.of(), READONLY));
        filesystems.mountOn(label, mount, target);
        sys = Optional.of(mount);
    }

    /**
     * @param dev the container's, mounted: its null device is what masks a file
     */
    void protectProc(Slot dev) {
        Slot mount = proc();
        List<String> writable = plan.has(Namespace.NETWORK) ? NETWORK_SETTINGS : List.of();
        // Copied before /proc/sys is covered, and laid on top of it: a container may set up its own
        // network.
        List<Slot> copies =
                writable.stream()
                        .map(path -> copy("keep /proc/" + path + " writable", mount, path))
                        .toList();
        protect(mount, "sys");
        for (int i = 0; i < writable.size(); i++) {
            String label = "keep /proc/" + writable.get(i) + " writable";
            filesystems.mountBelow(label, copies.get(i), Argument.result(mount), writable.get(i));
        }
        READONLY_PATHS.forEach(path -> protect(mount, path));
        MASKED_FILES.forEach(path -> maskFile(mount, path, dev));
        MASKED_FOLDERS.forEach(path -> maskFolder("mask /proc/" + path, mount, path));
        MASKED_SYS_FOLDERS.forEach(path -> maskFolder("mask /sys/" + path, sys(), path));
        plan.security()
                .maskedSysFolders()
                .forEach(path -> maskFolder("mask /sys/" + path, sys(), path));
    }

    private Slot copy(String label, Slot folder, String path) {
        return missingTolerated().copyTree(path, label, Argument.result(folder), path);
    }

    private Filesystems missingTolerated() {
        return new Filesystems(program.container().tolerating(Errno.ENOENT, Errno.ENOTDIR));
    }

    private void protect(Slot folder, String path) {
        String label = "make /proc/" + path + " read-only";
        Slot copy = copy(label, folder, path);
        filesystems.setAttributes(label, copy, READONLY);
        filesystems.mountBelow(label, copy, Argument.result(folder), path);
    }

    private void maskFile(Slot folder, String path, Slot dev) {
        String label = "mask /proc/" + path;
        Slot nothing = filesystems.copyTree("null", label, Argument.result(dev), "null");
        missingTolerated().mountBelow(label, nothing, Argument.result(folder), path);
    }

    private void maskFolder(String label, Slot folder, String path) {
        Slot empty =
                filesystems.create(label, "tmpfs", List.of("size=4096", "nr_inodes=2"), READONLY);
        missingTolerated().mountBelow(label, empty, Argument.result(folder), path);
    }
}
