package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.AT_REMOVEDIR;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_DIRECTORY;
import static dev.vsh.linux.FileFlags.O_RDONLY;
import static dev.vsh.linux.FileFlags.O_WRONLY;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.CgroupPlan.DeviceControl;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.CgroupPlan.Setting;
import dev.vsh.plan.CgroupPlan.View;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The steps that make, fill, enter, show and remove the container's cgroups. */
final class CgroupSteps {
    private static final int BPF_PROG_TYPE_CGROUP_DEVICE = 15;
    private static final int BPF_CGROUP_DEVICE = 6;
    private static final int BPF_F_ALLOW_MULTI = 2;
    private static final int PARTITION_TRIES = 3;
    private static final String ALLOW = "allow the container's devices";

    private final ContainerPlan plan;
    private final DiskSteps disks;
    private final ProgramBuilder program;
    private final List<Slot> members = new ArrayList<>();

    CgroupSteps(ContainerPlan plan, DiskSteps disks, ProgramBuilder program) {
        this.plan = plan;
        this.disks = disks;
        this.program = program;
    }

    void prepare() {
        for (Hierarchy hierarchy : plan.cgroup().hierarchies()) {
            make(hierarchy);
            program.addCgroup(hierarchy.path(hierarchy.group()));
            hierarchy.parents().reversed().stream()
                    .filter(CgroupPlan.Group::made)
                    .forEach(parent -> removePartition(hierarchy, parent));
        }
    }

    private void make(Hierarchy hierarchy) {
        String group = hierarchy.path(hierarchy.group());
        String delegated = group + "/" + Hierarchy.DELEGATED;
        makeGroup(hierarchy, group);
        mark(group);
        for (CgroupPlan.Group parent : hierarchy.parents()) {
            write(hierarchy.path(parent.path()), parent.settings());
        }
        write(group, hierarchy.settings());
        allowDevices(hierarchy, group);
        program.prepare().run("make the container's cgroup", SystemCall.MKDIRAT, path(delegated));
        write(delegated, hierarchy.delegatedSettings());
        delegate(hierarchy, delegated);
        members.add(openForWriting("open the cgroup's member list", delegated + "/cgroup.procs"));
    }

    /**
     * The end of another container may remove the empty partition after we found or made it and before our group in it
     * keeps it. No lock on a folder that everybody can open is safe from being held for ever, so it is made again, and
     * again. The group's name is ours alone: when it exists, an earlier try made it.
     */
    private void makeGroup(Hierarchy hierarchy, String group) {
        List<CgroupPlan.Group> made =
                hierarchy.parents().stream().filter(CgroupPlan.Group::made).toList();
        String label = "make the container's cgroup";
        var prepare = program.prepare();
        for (int left = made.isEmpty() ? 1 : PARTITION_TRIES; left > 0; left--) {
            for (CgroupPlan.Group parent : made) {
                prepare.tolerating(Errno.EEXIST)
                        .run(
                                "make the partition",
                                SystemCall.MKDIRAT,
                                path(hierarchy.path(parent.path())));
            }
            boolean last = left == 1;
            (last
                            ? prepare.tolerating(Errno.EEXIST)
                            : prepare.tolerating(Errno.EEXIST, Errno.ENOENT))
                    .run(label, SystemCall.MKDIRAT, path(group));
        }
    }

    /** A kernel or a filesystem without such attributes is no reason not to start. */
    private void mark(String group) {
        String owner = plan.cgroup().owner();
        program.prepare()
                .tolerating(Errno.EOPNOTSUPP, Errno.EPERM, Errno.ENOSPC)
                .run(
                        "say whose cgroup it is",
                        SystemCall.SETXATTR,
                        Argument.text(group),
                        Argument.text(CgroupPlan.OWNER_ATTRIBUTE),
                        Argument.text(owner),
                        Argument.number(owner.getBytes(StandardCharsets.UTF_8).length),
                        Argument.number(0));
    }

    private Argument[] path(String path) {
        return new Argument[] {
            Argument.constant(AT_FDCWD), Argument.text(path), Argument.octal(0755)
        };
    }

    private Slot openForWriting(String label, String path) {
        return program.prepare()
                .get(
                        "cgroup-file",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text(path),
                        Argument.flags(O_WRONLY, O_CLOEXEC));
    }

    private void write(String group, List<Setting> settings) {
        for (Setting setting : settings) {
            Slot file = openForWriting(setting.label(), group + "/" + setting.file());
            program.prepare()
                    .run(
                            setting.label(),
                            SystemCall.WRITE,
                            Argument.result(file),
                            Argument.text(setting.value()),
                            Argument.number(setting.value().length()));
            program.prepare().run(setting.label(), SystemCall.CLOSE, Argument.result(file));
        }
    }

    /** Gives the group to the container's root, so that an init such as systemd can make groups of its own. */
    private void delegate(Hierarchy hierarchy, String delegated) {
        if (plan.idMap().isEmpty()) {
            return;
        }
        List<String> files =
                switch (hierarchy.view()) {
                    case View.V1 _ -> List.of("", "/cgroup.procs", "/tasks");
                    case View.V2 _ ->
                            List.of(
                                    "",
                                    "/cgroup.procs",
                                    "/cgroup.threads",
                                    "/cgroup.subtree_control");
                };
        for (String file : files) {
            program.prepare()
                    .run(
                            "give the cgroup to the container's root",
                            SystemCall.FCHOWNAT,
                            Argument.constant(AT_FDCWD),
                            Argument.text(delegated + file),
                            Argument.number(plan.rootUid()),
                            Argument.number(plan.rootGid()),
                            Argument.number(0));
        }
    }

    private void allowDevices(Hierarchy hierarchy, String group) {
        switch (hierarchy.devices()) {
            case DeviceControl.None _ -> {}
            case DeviceControl.Lines _ -> grant(hierarchy, group);
            case DeviceControl.Filter filter -> {
                DeviceGrantSteps.makeTable(program.prepare());
                grant(hierarchy, group);
                filterDevices(filter, group);
            }
        }
    }

    private void grant(Hierarchy hierarchy, String group) {
        DeviceGrantSteps steps = new DeviceGrantSteps(program.prepare(), hierarchy, disks::number);
        plan.cgroup().grants().forEach(grant -> steps.allow(grant, List.of(group)));
    }

    private void filterDevices(DeviceControl.Filter filter, String group) {
        var prepare = program.prepare();
        Slot loaded = prepare.get("device-filter", ALLOW, SystemCall.BPF, load(filter));
        Slot target =
                prepare.get(
                        "cgroup",
                        ALLOW,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text(group),
                        Argument.flags(O_RDONLY, O_DIRECTORY, O_CLOEXEC));
        prepare.run(ALLOW, SystemCall.BPF, attach(target, loaded));
        prepare.run(ALLOW, SystemCall.CLOSE, Argument.result(loaded));
        prepare.run(ALLOW, SystemCall.CLOSE, Argument.result(target));
    }

    /** {@code union bpf_attr} of BPF_PROG_LOAD: type, count, instructions, licence, and nothing logged. */
    private static Argument[] load(DeviceControl.Filter filter) {
        int count = filter.instructions().size();
        var instructions = new Argument.Structure(instructions(filter), "[…]");
        var attributes =
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int32(BPF_PROG_TYPE_CGROUP_DEVICE),
                                new Argument.Field.Int32(count),
                                new Argument.Field.Pointer(instructions),
                                new Argument.Field.Pointer(Argument.text("GPL")),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Int64(0),
                                new Argument.Field.Int64(0)),
                        "{BPF_PROG_TYPE_CGROUP_DEVICE, " + count + " instructions}");
        return new Argument[] {
            Argument.constant(DeviceFlags.BPF_PROG_LOAD), attributes, Argument.number(48)
        };
    }

    private static List<Argument.Field> instructions(DeviceControl.Filter filter) {
        List<Argument.Field> fields = new ArrayList<>();
        for (int i = 0; i < filter.instructions().size(); i++) {
            long code = filter.instructions().get(i);
            if (i == filter.lookup()) {
                fields.add(new Argument.Field.Int32(code));
                fields.add(new Argument.Field.Result32(Slot.DEVICE_TABLE));
            } else {
                fields.add(new Argument.Field.Int64(code));
            }
        }
        return fields;
    }

    /**
     * {@code union bpf_attr} of BPF_PROG_ATTACH: cgroup, program, kind, flags. An init such as systemd may attach
     * programs of its own to groups below, which then decide together with this one.
     */
    private static Argument[] attach(Slot target, Slot loaded) {
        var attributes =
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Result32(target),
                                new Argument.Field.Result32(loaded),
                                new Argument.Field.Int32(BPF_CGROUP_DEVICE),
                                new Argument.Field.Int32(BPF_F_ALLOW_MULTI)),
                        "{" + target + ", " + loaded + ", BPF_CGROUP_DEVICE, BPF_F_ALLOW_MULTI}");
        return new Argument[] {
            Argument.constant(DeviceFlags.BPF_PROG_ATTACH), attributes, Argument.number(16)
        };
    }

    /** Refused by the kernel as long as there is another container's group in it. */
    private void removePartition(Hierarchy hierarchy, CgroupPlan.Group partition) {
        program.release()
                .tolerating(Errno.EBUSY, Errno.ENOENT, Errno.ENOTEMPTY)
                .run(
                        "remove the partition when it is empty",
                        SystemCall.UNLINKAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text(hierarchy.path(partition.path())),
                        Argument.constant(AT_REMOVEDIR));
    }

    /** "0" is whoever writes; the right to move it was checked when the helper opened the file. */
    void enter() {
        for (Slot member : members) {
            program.container()
                    .run(
                            "enter the container's cgroup",
                            SystemCall.WRITE,
                            Argument.result(member),
                            Argument.text("0"),
                            Argument.number(1));
        }
        // Only now: a cgroup namespace begins at the group that its first process is in.
        program.container()
                .run(
                        "make a cgroup namespace",
                        SystemCall.UNSHARE,
                        Argument.constant(CloneFlags.CLONE_NEWCGROUP));
    }

    void mount(Slot sys) {
        new CgroupMounts(plan, program).mount(sys);
    }
}
