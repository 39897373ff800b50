package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_RDONLY;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_RDONLY;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The steps that open what the host gives to the container, as trees that are mounted nowhere yet. The helper opens
 * them, with the host's eyes: the container's root user may have no right to walk there, nor to mount a device.
 */
final class SourceSteps {
    private static final Constant[] READONLY = {MOUNT_ATTR_RDONLY};
    private static final Constant[] UNCHANGED = {};

    private final ProgramBuilder program;

    SourceSteps(ProgramBuilder program) {
        this.program = program;
    }

    /**
     * @param name of the slot
     * @param label for a tree that is there already
     * @param target where it will be mounted
     */
    Slot open(String name, String label, HostTree tree, String target, boolean readonly) {
        Filesystems host = new Filesystems(program.prepare());
        return switch (tree.origin()) {
            case HostTree.Origin.Existing(String path, boolean _) -> {
                tree.limit()
                        .ifPresent(limit -> new SpaceSteps(program.prepare(), path).limit(limit));
                Slot copy = host.copyTree(name, label, Argument.constant(AT_FDCWD), path);
                host.setAttributes(label, copy, readonly ? READONLY : UNCHANGED);
                yield copy;
            }
            case HostTree.Origin.Image(String path, FilesystemType type) -> {
                LoopSteps.Device loop = new LoopSteps(program.prepare(), path, readonly).attach();
                String mounting = "mount image '" + path + "' for " + target;
                Slot mounted = mount(mounting, type, loop.path(), readonly);
                program.prepare()
                        .run(mounting, SystemCall.CLOSE, Argument.result(loop.descriptor()));
                yield mounted;
            }
            case HostTree.Origin.Device(String path, FilesystemType type) ->
                    mount(
                            "mount device '" + path + "' for " + target,
                            type,
                            Argument.text(path),
                            readonly);
        };
    }

    private Slot mount(String label, FilesystemType type, Argument device, boolean readonly) {
        List<String> options = new ArrayList<>(type.options());
        if (readonly) {
            options.add("ro");
        }
        Filesystems host = new Filesystems(program.prepare().advising(reasons(type)));
        return host.create(
                label,
                type.kernelName(),
                Map.of("source", device),
                options,
                readonly ? READONLY : new Constant[] {new Constant("0", 0)});
    }

    private static Map<Errno, String> reasons(FilesystemType type) {
        String damaged =
                "its " + type.kernelName() + " is damaged or cut short; dmesg has the details";
        return Map.of(
                Errno.ENODEV,
                "this kernel has no " + type.kernelName(),
                Errno.EINVAL,
                damaged,
                Errno.EIO,
                damaged,
                Errno.EUCLEAN,
                damaged,
                Errno.EBADMSG,
                damaged,
                Errno.EROFS,
                "its " + type.kernelName() + " was not unmounted and cannot be repaired read-only",
                Errno.EBUSY,
                "it is in use, or mounted with other rights");
    }

    /**
     * Only the container's own user namespace, when it has its map, says which ids are whose.
     *
     * @param process one of the container's
     */
    static void mapIds(
            ProgramBuilder.Section section,
            Slot process,
            Slot opened,
            HostTree tree,
            HostTree.IdMapping mapping) {
        String label = "map the ids of '" + tree.path() + "'";
        Slot users =
                section.get(
                        "user-namespace",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        new Argument.Formatted("/proc/", process, "/ns/user"),
                        Argument.flags(O_RDONLY, O_CLOEXEC));
        Map<Errno, String> reasons =
                Map.of(Errno.EINVAL, mapping.refusal(), Errno.EPERM, mapping.refusal());
        new Filesystems(section.advising(reasons)).mapIds(label, opened, users);
        section.run(label, SystemCall.CLOSE, Argument.result(users));
    }
}
