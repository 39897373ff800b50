package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_DIRECTORY;
import static dev.vsh.linux.FileFlags.O_PATH;
import static dev.vsh.linux.FileFlags.S_IFREG;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.OpenHow;
import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds and makes mount points in the container's root. That folder may be somebody else's work: a symlink at any
 * place must not lead out of it, so every look-up is an openat2(2) that treats it as {@code /}
 * (CVE-2021-30465 and its kin in other container tools).
 */
record Targets(ProgramBuilder.Section section, Slot root, long resolve, String resolving) {
    Targets(ProgramBuilder.Section section, Slot root) {
        this(
                section,
                root,
                OpenHow.RESOLVE_IN_ROOT | OpenHow.RESOLVE_NO_MAGICLINKS,
                "RESOLVE_IN_ROOT|RESOLVE_NO_MAGICLINKS");
    }

    /** What is mounted below the root is not entered either. */
    static Targets onOneFilesystem(ProgramBuilder.Section section, Slot root) {
        return new Targets(
                section,
                root,
                OpenHow.RESOLVE_IN_ROOT | OpenHow.RESOLVE_NO_MAGICLINKS | OpenHow.RESOLVE_NO_XDEV,
                "RESOLVE_IN_ROOT|RESOLVE_NO_MAGICLINKS|RESOLVE_NO_XDEV");
    }

    /**
     * @param path absolute
     */
    Slot folder(String label, String name, String path) {
        return make(label, name, path, true, parent -> makeFolder(label, parent, lastName(path)));
    }

    Slot file(String label, String name, String path) {
        return make(label, name, path, false, parent -> makeFile(label, parent, lastName(path)));
    }

    /** A folder where {@code source} is one, else a file; a missing one is made. */
    Slot like(Slot source, String label, String name, String path) {
        return make(
                label,
                name,
                path,
                false,
                parent -> {
                    // There is a result only if the source is a folder, and without it no folder is
                    // made.
                    Slot folder =
                            new Targets(
                                            section.tolerating(Errno.ENOTDIR),
                                            source,
                                            resolve,
                                            resolving)
                                    .open(label, name + "-folder", ".", true);
                    makeFolder(label, parent, lastName(path), new Argument.Given(folder));
                    makeFile(label, parent, lastName(path));
                });
    }

    private Slot make(
            String label, String name, String path, boolean folder, Consumer<Slot> inParent) {
        makeParents(label, path);
        Slot parent = open(label, name + "-parent", parent(path), true);
        inParent.accept(parent);
        section.run(label, SystemCall.CLOSE, Argument.result(parent));
        return open(label, name + "-target", path, folder);
    }

    private void makeFolder(String label, Slot parent, String name, Argument... conditions) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.result(parent));
        arguments.add(Argument.text(name));
        arguments.add(Argument.octal(0755));
        arguments.addAll(List.of(conditions));
        section.tolerating(Errno.EEXIST)
                .run(label, SystemCall.MKDIRAT, arguments.toArray(Argument[]::new));
    }

    private void makeFile(String label, Slot parent, String name) {
        section.tolerating(Errno.EEXIST)
                .run(
                        label,
                        SystemCall.MKNODAT,
                        Argument.result(parent),
                        Argument.text(name),
                        Argument.flags(S_IFREG, new Constant("0644", 0644)),
                        Argument.number(0));
    }

    /** The folder of an existing path. */
    Slot folderOf(String label, String path) {
        return open(label, "parent", parent(path), true);
    }

    /** Any existing path, folder or not. */
    Slot existing(String label, String name, String path) {
        return open(label, name, path, false);
    }

    private void makeParents(String label, String path) {
        String parent = parent(path);
        if (!parent.equals("/")) {
            Slot made = folder(label, "parent", parent);
            section.run(label, SystemCall.CLOSE, Argument.result(made));
        }
    }

    private Slot open(String label, String name, String path, boolean folder) {
        Constant flags =
                folder
                        ? Constant.or(O_PATH, O_DIRECTORY, O_CLOEXEC)
                        : Constant.or(O_PATH, O_CLOEXEC);
        return section.get(
                name,
                label,
                SystemCall.OPENAT2,
                Argument.result(root),
                Argument.text(path),
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int64(flags.value()),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Int64(resolve)),
                        "{flags=" + flags.name() + ", resolve=" + resolving + "}"),
                Argument.number(OpenHow.SIZE));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash == 0 ? "/" : path.substring(0, slash);
    }

    static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
