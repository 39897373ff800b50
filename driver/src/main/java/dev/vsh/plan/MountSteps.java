package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.MountFlags.MNT_DETACH;
import static dev.vsh.linux.MountFlags.MS_PRIVATE;
import static dev.vsh.linux.MountFlags.MS_REC;
import static dev.vsh.linux.MountFlags.UMOUNT_NOFOLLOW;

import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps that bring the container's root and filesystems in and take the host's away. */
final class MountSteps {
    private final ContainerPlan plan;
    private final ProgramBuilder program;
    private final SourceSteps sources;
    private final List<Opened> opened = new ArrayList<>();
    private final List<Prepared> prepared = new ArrayList<>();
    private final Slot root;

    private record Opened(HostTree tree, Slot slot) {}

    /** A mount of the plan, with what the helper has done for it already. */
    private record Prepared(MountPlan plan, Optional<Opened> opened) {}

    MountSteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
        this.sources = new SourceSteps(program);
        HostTree tree = plan.root().tree();
        String label = "open the root folder '" + tree.path() + "'";
        this.root = open("root", label, tree, "/", plan.root().readonly()).slot();
    }

    Slot root() {
        return root;
    }

    void prepare() {
        for (MountPlan mount : plan.mounts()) {
            prepared.add(
                    switch (mount.source()) {
                        case MountPlan.Source.Host(HostTree tree) -> prepare(mount, tree);
                        case MountPlan.Source.ContainerPath _, MountPlan.Source.Memory _ ->
                                new Prepared(mount, Optional.empty());
                    });
        }
    }

    private Prepared prepare(MountPlan mount, HostTree tree) {
        String label = "open '" + tree.path() + "' for " + mount.target();
        return new Prepared(
                mount, Optional.of(open("source", label, tree, mount.target(), mount.readonly())));
    }

    private Opened open(String name, String label, HostTree tree, String target, boolean readonly) {
        Opened result = new Opened(tree, sources.open(name, label, tree, target, readonly));
        opened.add(result);
        return result;
    }

    void mapIds() {
        for (Opened each : opened) {
            each.tree()
                    .idMapping()
                    .ifPresent(
                            mapping ->
                                    SourceSteps.mapIds(
                                            program.attach(),
                                            Slot.PID,
                                            each.slot(),
                                            each.tree(),
                                            mapping));
        }
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
        prepared.forEach(this::mount);
    }

    private void mount(Prepared mount) {
        new Mounting(program.container(), root)
                .mount(mount.plan(), mount.opened().map(Opened::slot));
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
