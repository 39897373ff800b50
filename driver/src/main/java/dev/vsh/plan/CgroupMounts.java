package dev.vsh.plan;

import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NODEV;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOEXEC;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOSUID;

import dev.vsh.linux.Constant;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.CgroupPlan.View;

import java.util.List;

/** The steps that show the container its own cgroups below {@code /sys/fs/cgroup}, laid out as on the host. */
final class CgroupMounts {
    private static final String LABEL = "mount the container's cgroups";
    private static final String FOLDER = "fs/cgroup";
    private static final Constant[] ATTRIBUTES = {
        MOUNT_ATTR_NOSUID, MOUNT_ATTR_NODEV, MOUNT_ATTR_NOEXEC
    };

    private final List<Hierarchy> hierarchies;
    private final ProgramBuilder.Section container;
    private final Filesystems filesystems;

    CgroupMounts(ContainerPlan plan, ProgramBuilder program) {
        this.hierarchies = plan.cgroup().hierarchies();
        this.container = program.container();
        this.filesystems = new Filesystems(container);
    }

    void mount(Slot sys) {
        boolean unifiedOnly =
                hierarchies.stream().anyMatch(each -> each.view().equals(new View.V2("")));
        if (unifiedOnly) {
            filesystems.mountBelow(LABEL, create(new View.V2("")), Argument.result(sys), FOLDER);
        } else {
            mountFolder(sys);
        }
    }

    private void mountFolder(Slot sys) {
        Slot folder =
                filesystems.create(LABEL, "tmpfs", List.of("mode=755", "size=65536"), ATTRIBUTES);
        filesystems.mountBelow(LABEL, folder, Argument.result(sys), FOLDER);
        for (Hierarchy hierarchy : hierarchies) {
            String name =
                    switch (hierarchy.view()) {
                        case View.V1(String folderName, var _) -> folderName;
                        case View.V2(String folderName) -> folderName;
                    };
            container.run(
                    LABEL,
                    SystemCall.MKDIRAT,
                    Argument.result(folder),
                    Argument.text(name),
                    Argument.octal(0755));
            filesystems.mountBelow(LABEL, create(hierarchy.view()), Argument.result(folder), name);
        }
    }

    private Slot create(View view) {
        return switch (view) {
            case View.V1(var _, List<String> options) ->
                    filesystems.create(LABEL, "cgroup", options, ATTRIBUTES);
            case View.V2 _ -> filesystems.create(LABEL, "cgroup2", List.of(), ATTRIBUTES);
        };
    }
}
