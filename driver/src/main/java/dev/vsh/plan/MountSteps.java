package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.MountFlags.MNT_DETACH;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NODEV;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOSUID;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_RDONLY;
import static dev.vsh.linux.MountFlags.MS_PRIVATE;
import static dev.vsh.linux.MountFlags.MS_REC;
import static dev.vsh.linux.MountFlags.UMOUNT_NOFOLLOW;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps that bring the container's root and filesystems in and take the host's away. Sources are opened by the
 * helper, which sees them with the host's eyes: the container's root user may have no right to walk there.
 */
final class MountSteps {
    private static final Constant[] READONLY = {MOUNT_ATTR_RDONLY};
    private static final Constant[] UNCHANGED = {};

    private final ContainerPlan plan;
    private final ProgramBuilder program;
    private final Slot root;
    private final Map<MountPlan, Slot> sources = new LinkedHashMap<>();

    MountSteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
        RootPlan rootPlan = plan.root();
        this.root =
                openSource(
                        "root",
                        "open the root folder '" + rootPlan.source() + "'",
                        rootPlan.source(),
                        rootPlan.readonly());
    }

    Slot root() {
        return root;
    }

    void prepare() {
        for (MountPlan mount : plan.mounts()) {
            switch (mount.source()) {
                case MountPlan.Source.HostPath(String path, boolean _) ->
                        sources.put(
                                mount,
                                openSource(
                                        "source",
                                        "open '" + path + "' for " + mount.target(),
                                        path,
                                        mount.readonly()));
                case MountPlan.Source.ContainerPath _, MountPlan.Source.Memory _ -> {}
            }
        }
    }

    private Slot openSource(String name, String label, String path, boolean readonly) {
        Filesystems host = new Filesystems(program.prepare());
        Slot tree = host.copyTree(name, label, Argument.constant(AT_FDCWD), path);
        host.setAttributes(label, tree, readonly ? READONLY : UNCHANGED);
        return tree;
    }

    /** Puts the new root over the old one and stands in it; the old one is still there for whoever looks at "/". */
    void enterRoot() {
        var container = program.container();
        container.run(
                "keep mounts to ourselves",
                SystemCall.MOUNT,
                Argument.nothing(),
                Argument.text("/"),
                Argument.nothing(),
                Argument.flags(MS_REC, MS_PRIVATE),
                Argument.nothing());
        new Filesystems(container)
                .mountBelow("mount the root", root, Argument.constant(AT_FDCWD), "/");
        container.run("mount the root", SystemCall.FCHDIR, Argument.result(root));
        if (plan.root().isHostRoot() && plan.idMap().isEmpty()) {
            // The host's own are in the copy, and would come to light if ours were unmounted. With
            // a user namespace
            // they are locked where they are.
            List.of("proc", "sys", "dev").forEach(this::uncover);
        }
    }

    private void uncover(String name) {
        program.container()
                .tolerating(Errno.EINVAL, Errno.ENOENT)
                .run(
                        "unmount the host's /" + name,
                        SystemCall.UMOUNT2,
                        Argument.text(name),
                        Argument.flags(MNT_DETACH, UMOUNT_NOFOLLOW));
    }

    void mountFilesystems() {
        plan.mounts().forEach(this::mount);
    }

    private void mount(MountPlan mount) {
        var container = program.container();
        Targets targets = new Targets(container, root);
        Filesystems filesystems = new Filesystems(container);
        String label = "mount '" + mount.target() + "'";
        switch (mount.source()) {
            case MountPlan.Source.HostPath(String _, boolean folder) -> {
                Slot target =
                        folder
                                ? targets.folder(label, "mount", mount.target())
                                : targets.file(label, "mount", mount.target());
                filesystems.mountOn(
                        label, java.util.Objects.requireNonNull(sources.get(mount)), target);
            }
            case MountPlan.Source.ContainerPath(String path) -> {
                Slot source = targets.existing(label, "source", path);
                Slot tree = filesystems.copyTree("source-tree", label, Argument.result(source), "");
                filesystems.setAttributes(label, tree, mount.readonly() ? READONLY : UNCHANGED);
                filesystems.mountOn(label, tree, targets.folder(label, "mount", mount.target()));
            }
            case MountPlan.Source.Memory(var size) -> {
                Slot target = targets.folder(label, "mount", mount.target());
                Slot memory =
                        filesystems.create(
                                label,
                                "tmpfs",
                                List.of("size=" + size.bytes()),
                                MOUNT_ATTR_NOSUID,
                                MOUNT_ATTR_NODEV);
                if (mount.readonly()) {
                    filesystems.setAttributes(label, memory, READONLY);
                }
                filesystems.mountOn(label, memory, target);
            }
        }
    }

    /** The last look at the host's files. */
    void leaveHost() {
        var container = program.container();
        container.run("leave the host's root", SystemCall.FCHDIR, Argument.result(root));
        switch (plan.root().exchange()) {
            case RootPlan.Exchange.Pivot _ -> {
                // pivot_root(2), "pivot_root(".", ".")": the old root ends up on top of the new
                // one, and "." finds it.
                container.run(
                        "leave the host's root",
                        SystemCall.PIVOT_ROOT,
                        Argument.text("."),
                        Argument.text("."));
                container.run(
                        "leave the host's root",
                        SystemCall.UMOUNT2,
                        Argument.text("."),
                        Argument.constant(MNT_DETACH));
            }
            case RootPlan.Exchange.Chroot(List<String> hostMounts) -> {
                for (String path : hostMounts) {
                    container
                            .tolerating(Errno.EINVAL, Errno.ENOENT)
                            .run(
                                    "unmount the host's " + path,
                                    SystemCall.UMOUNT2,
                                    Argument.text(path),
                                    Argument.constant(MNT_DETACH));
                }
                container.run("leave the host's root", SystemCall.CHROOT, Argument.text("."));
            }
        }
        container.run("leave the host's root", SystemCall.CHDIR, Argument.text("/"));
    }
}
