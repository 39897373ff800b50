package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_NONBLOCK;
import static dev.vsh.linux.FileFlags.O_RDWR;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NODEV;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOEXEC;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_NOSUID;
import static dev.vsh.linux.MountFlags.MOUNT_ATTR_RDONLY;

import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that let the container see its own limits in {@code /proc}. */
final class ViewSteps {
    private static final String LABEL = "show the container its limits";
    private static final String ONLINE = "online";
    private static final String ONLINE_IN_SYS = "devices/system/cpu/online";

    private final ContainerPlan plan;
    private final ProgramBuilder program;
    private final Map<String, Slot> files = new LinkedHashMap<>();
    private Optional<Slot> folder = Optional.empty();

    ViewSteps(ContainerPlan plan, ProgramBuilder program) {
        this.plan = plan;
        this.program = program;
    }

    void prepare() {
        switch (plan.view()) {
            case ViewPlan.Host _ -> {}
            case ViewPlan.Helper _ -> folder = Optional.of(mountServer());
            case ViewPlan.Lxcfs(String lxcfs) -> copyFrom(lxcfs);
        }
    }

    /**
     * A kernel whose module for it is not to be had leaves the container with the host's figures. The helper answers as
     * soon as the child asks: see Watchdog in dev.vsh.helper.
     */
    private Slot mountServer() {
        Slot device =
                program.prepare()
                        .tolerating(Errno.ENODEV, Errno.ENOENT, Errno.ENXIO)
                        .get(
                                "fuse-device",
                                LABEL,
                                SystemCall.OPENAT,
                                Argument.constant(AT_FDCWD),
                                Argument.text("/dev/fuse"),
                                Argument.flags(O_RDWR, O_NONBLOCK, O_CLOEXEC));
        program.serve(new SetupProgram.Views(device, plan.rootUid(), plan.rootGid()));
        return new Filesystems(program.prepare().given(device))
                .create(
                        LABEL,
                        "fuse",
                        Map.of("fd", new Argument.Formatted("", device, "")),
                        List.of(
                                "source=vsh",
                                "subtype=vsh",
                                "rootmode=40000",
                                "user_id=0",
                                "group_id=0",
                                "allow_other"),
                        MOUNT_ATTR_RDONLY,
                        MOUNT_ATTR_NOSUID,
                        MOUNT_ATTR_NODEV,
                        MOUNT_ATTR_NOEXEC);
    }

    /** An older lxcfs does not have every file. */
    private void copyFrom(String lxcfs) {
        Filesystems host = new Filesystems(program.prepare().tolerating(Errno.ENOENT));
        for (String file : ViewPlan.FILES) {
            String path = lxcfs + (file.equals(ONLINE) ? "/sys/" + ONLINE_IN_SYS : "/proc/" + file);
            files.put(file, host.copyTree(file, LABEL, Argument.constant(AT_FDCWD), path));
        }
    }

    /**
     * @param dev the container's, before its message queues are mounted: kernels before 6.15 copy a part of a tree only
     *     where that is mounted, and what is mounted on that folder later covers it
     */
    void mount(Slot dev, Slot proc, Slot sys) {
        Filesystems inside = new Filesystems(program.container());
        folder.ifPresent(
                served -> inside.mountBelow(LABEL, served, Argument.result(dev), "mqueue"));
        folder.ifPresent(
                served ->
                        ViewPlan.FILES.forEach(
                                file ->
                                        files.put(
                                                file,
                                                inside.copyTree(
                                                        file,
                                                        LABEL,
                                                        Argument.result(served),
                                                        file))));
        // A kernel without processors that come and go has no such file.
        Filesystems tolerant = new Filesystems(program.container().tolerating(Errno.ENOENT));
        files.forEach(
                (file, copy) -> {
                    if (file.equals(ONLINE)) {
                        tolerant.mountBelow(LABEL, copy, Argument.result(sys), ONLINE_IN_SYS);
                    } else {
                        inside.mountBelow(LABEL, copy, Argument.result(proc), file);
                    }
                });
    }
}
