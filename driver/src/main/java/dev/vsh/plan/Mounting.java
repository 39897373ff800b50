package dev.vsh.plan;

import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NODEV;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOSUID;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_RDONLY;

import dev.vsh.linux.Constant;

import java.util.List;
import java.util.Optional;

/** The steps that mount one thing in a container, before its init runs or while it does. */
record Mounting(ProgramBuilder.Section section, Slot root) {
    private static final Constant[] READONLY = {MOUNT_ATTR_RDONLY};
    private static final Constant[] UNCHANGED = {};

    /**
     * @param opened the source, when it is the host's
     */
    void mount(MountPlan plan, Optional<Slot> opened) {
        String label = "mount '" + plan.target() + "'";
        switch (plan.source()) {
            case MountPlan.Source.Host(HostTree tree) ->
                    mountTree(label, plan.target(), tree, opened.orElseThrow());
            case MountPlan.Source.ContainerPath(String path) -> bind(label, plan, path);
            case MountPlan.Source.Memory(var size) -> mountMemory(label, plan, size.bytes());
        }
    }

    private void mountTree(String label, String target, HostTree tree, Slot opened) {
        Targets targets = new Targets(section, root);
        Slot place =
                tree.isFolder()
                        ? targets.folder(label, "mount", target)
                        : targets.file(label, "mount", target);
        new Filesystems(section).mountOn(label, opened, place);
    }

    private void bind(String label, MountPlan plan, String path) {
        Targets targets = new Targets(section, root);
        Filesystems filesystems = new Filesystems(section);
        Slot source = targets.existing(label, "source", path);
        Slot tree = filesystems.copyTree("source-tree", label, Argument.result(source), "");
        filesystems.setAttributes(label, tree, plan.readonly() ? READONLY : UNCHANGED);
        filesystems.mountOn(label, tree, targets.like(source, label, "mount", plan.target()));
    }

    private void mountMemory(String label, MountPlan plan, long bytes) {
        Filesystems filesystems = new Filesystems(section);
        Slot place = new Targets(section, root).folder(label, "mount", plan.target());
        Slot memory =
                filesystems.create(
                        label,
                        "tmpfs",
                        List.of("size=" + bytes),
                        MOUNT_ATTR_NOSUID,
                        MOUNT_ATTR_NODEV);
        if (plan.readonly()) {
            filesystems.setAttributes(label, memory, READONLY);
        }
        filesystems.mountOn(label, memory, place);
    }
}
