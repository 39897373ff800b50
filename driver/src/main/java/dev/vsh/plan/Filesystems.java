package dev.vsh.plan;

import static dev.vsh.linux.MountFlags.AT_EMPTY_PATH;
import static dev.vsh.linux.MountFlags.AT_RECURSIVE;
import static dev.vsh.linux.MountFlags.FSCONFIG_CMD_CREATE;
import static dev.vsh.linux.MountFlags.FSCONFIG_SET_FLAG;
import static dev.vsh.linux.MountFlags.FSCONFIG_SET_STRING;
import static dev.vsh.linux.MountFlags.FSMOUNT_CLOEXEC;
import static dev.vsh.linux.MountFlags.FSOPEN_CLOEXEC;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_IDMAP;
import static dev.vsh.linux.MountFlags.MOVE_MOUNT_F_EMPTY_PATH;
import static dev.vsh.linux.MountFlags.MOVE_MOUNT_T_EMPTY_PATH;
import static dev.vsh.linux.MountFlags.MS_PRIVATE;
import static dev.vsh.linux.MountFlags.OPEN_TREE_CLOEXEC;
import static dev.vsh.linux.MountFlags.OPEN_TREE_CLONE;

import dev.vsh.linux.Constant;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Map;

/** The calls around mounts by descriptor, in the shapes that the steps need; each appends to one section. */
record Filesystems(ProgramBuilder.Section section) {
    private static final int MOUNT_ATTR_SIZE = 32;

    /** A new instance of a filesystem, mounted nowhere yet. */
    Slot create(String label, String type, List<String> options, Constant... attributes) {
        // What mount(8) and /proc/mounts show in their first column.
        return create(label, type, Map.of("source", Argument.text(type)), options, attributes);
    }

    /**
     * @param settings texts by their keys: the device that the filesystem is on, or what only the start knows
     */
    Slot create(
            String label,
            String type,
            Map<String, Argument> settings,
            List<String> options,
            Constant... attributes) {
        Slot context = configure(label, type, settings, options);
        Slot mount = section.get(type, label, SystemCall.FSMOUNT, mounting(context, attributes));
        section.run(label, SystemCall.CLOSE, Argument.result(context));
        return mount;
    }

    /** As {@link #create}, into one of {@link Slot#LASTING}. */
    void createLasting(
            Slot lasting, String label, String type, List<String> options, Constant... attributes) {
        Slot context = configure(label, type, Map.of("source", Argument.text(type)), options);
        section.keep(lasting, label, SystemCall.FSMOUNT, mounting(context, attributes));
        section.run(label, SystemCall.CLOSE, Argument.result(context));
    }

    private static Argument[] mounting(Slot context, Constant... attributes) {
        return new Argument[] {
            Argument.result(context), Argument.constant(FSMOUNT_CLOEXEC), Argument.flags(attributes)
        };
    }

    private Slot configure(
            String label, String type, Map<String, Argument> settings, List<String> options) {
        Slot context =
                section.get(
                        type + "-context",
                        label,
                        SystemCall.FSOPEN,
                        Argument.text(type),
                        Argument.constant(FSOPEN_CLOEXEC));
        settings.forEach((key, value) -> set(label, context, key, value));
        for (String option : options) {
            configure(label, context, option);
        }
        section.run(
                label,
                SystemCall.FSCONFIG,
                Argument.result(context),
                Argument.constant(FSCONFIG_CMD_CREATE),
                Argument.nothing(),
                Argument.nothing(),
                Argument.number(0));
        return context;
    }

    private void configure(String label, Slot context, String option) {
        int equals = option.indexOf('=');
        if (equals >= 0) {
            Argument value = Argument.text(option.substring(equals + 1));
            set(label, context, option.substring(0, equals), value);
            return;
        }
        section.run(
                label,
                SystemCall.FSCONFIG,
                Argument.result(context),
                Argument.constant(FSCONFIG_SET_FLAG),
                Argument.text(option),
                Argument.nothing(),
                Argument.number(0));
    }

    private void set(String label, Slot context, String key, Argument value) {
        section.run(
                label,
                SystemCall.FSCONFIG,
                Argument.result(context),
                Argument.constant(FSCONFIG_SET_STRING),
                Argument.text(key),
                value,
                Argument.number(0));
    }

    /** A copy of a part of the tree with all that is mounted below it, mounted nowhere yet. */
    Slot copyTree(String name, String label, Argument folder, String path) {
        return section.get(
                name,
                label,
                SystemCall.OPEN_TREE,
                folder,
                Argument.text(path),
                Argument.flags(OPEN_TREE_CLONE, OPEN_TREE_CLOEXEC, AT_RECURSIVE, AT_EMPTY_PATH));
    }

    /** Changes attributes of a whole tree and makes it private, so that nothing spreads to or from the host. */
    void setAttributes(String label, Slot tree, Constant... attributes) {
        Constant set = attributes.length == 0 ? new Constant("0", 0) : Constant.or(attributes);
        setAttributes(
                label,
                tree,
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int64(set.value()),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Int64(MS_PRIVATE.value()),
                                new Argument.Field.Int64(0)),
                        "{set=" + set.name() + ", propagation=MS_PRIVATE}"));
    }

    /** Shows a whole tree that is mounted nowhere yet with the ids of a user namespace; root's on disk are its root's. */
    void mapIds(String label, Slot tree, Slot userNamespace) {
        setAttributes(
                label,
                tree,
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int64(MOUNT_ATTR_IDMAP.value()),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Result32(userNamespace),
                                new Argument.Field.Int32(0)),
                        "{set=MOUNT_ATTR_IDMAP, userns=" + userNamespace + "}"));
    }

    private void setAttributes(String label, Slot tree, Argument attributes) {
        section.run(
                label,
                SystemCall.MOUNT_SETATTR,
                Argument.result(tree),
                Argument.text(""),
                Argument.flags(AT_EMPTY_PATH, AT_RECURSIVE),
                attributes,
                Argument.number(MOUNT_ATTR_SIZE));
    }

    /** Mounts on a folder or file that is open. */
    void mountOn(String label, Slot tree, Slot target) {
        section.run(
                label,
                SystemCall.MOVE_MOUNT,
                Argument.result(tree),
                Argument.text(""),
                Argument.result(target),
                Argument.text(""),
                Argument.flags(MOVE_MOUNT_F_EMPTY_PATH, MOVE_MOUNT_T_EMPTY_PATH));
    }

    /** Mounts on a path below a folder whose content is the kernel's or ours: no symlink can be in the way. */
    void mountBelow(String label, Slot tree, Argument folder, String path) {
        section.run(
                label,
                SystemCall.MOVE_MOUNT,
                Argument.result(tree),
                Argument.text(""),
                folder,
                Argument.text(path),
                Argument.constant(MOVE_MOUNT_F_EMPTY_PATH));
    }
}
