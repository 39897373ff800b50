package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_SYMLINK_NOFOLLOW;
import static dev.vsh.linux.MountFlags.AT_EMPTY_PATH;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps that make and remove device nodes of a running container. They are made in the {@code /dev} that its start
 * made, and in nothing that the container may have put there: on a disk, the host's users might find them.
 */
final class NodeChange {
    private static final Map<Errno, String> TAKEN =
            Map.of(Errno.EEXIST, "the container has made another file of that name");

    private final ProgramBuilder program;
    private final Optional<FileOwner> owner;
    private final Targets dev;

    /**
     * @param owner the container's root, where that is not the host's
     */
    NodeChange(ProgramBuilder program, Optional<FileOwner> owner) {
        this.program = program;
        this.owner = owner;
        this.dev = Targets.onOneFilesystem(program.prepare(), Slot.DEV);
    }

    void attach(List<DevicePlan> devices, DeviceRights rights) {
        DiskSteps disks = new DiskSteps(devices, rights.cgroup(), program);
        disks.attach();
        devices.forEach(device -> make(device, disks));
        rights.apply(program.attach(), disks::number);
    }

    private void make(DevicePlan device, DiskSteps disks) {
        String label = "make device node '" + device.path() + "'";
        device.folders().forEach(folder -> makeFolder(label, folder));
        Slot folder = dev.folderOf(label, "/" + device.path());
        String name = Targets.lastName("/" + device.path());
        var prepare = program.prepare();
        NodeSteps.make(prepare.advising(TAKEN), folder, name, device, disks, NodeSteps.FOR_ROOT);
        own(label, folder, name, AT_SYMLINK_NOFOLLOW);
        // The folder is open as long as the change may fail.
        program.release()
                .run(
                        "remove device node '" + device.path() + "'",
                        SystemCall.UNLINKAT,
                        Argument.result(folder),
                        Argument.text(name),
                        Argument.number(0));
    }

    private void makeFolder(String label, String path) {
        Slot folder = dev.folder(label, "folder", "/" + path);
        own(label, folder, "", AT_EMPTY_PATH);
    }

    private void own(String label, Slot folder, String name, Constant how) {
        owner.ifPresent(
                user ->
                        program.prepare()
                                .run(
                                        label,
                                        SystemCall.FCHOWNAT,
                                        Argument.result(folder),
                                        Argument.text(name),
                                        Argument.number(user.uid()),
                                        Argument.number(user.gid()),
                                        Argument.constant(how)));
    }

    /** The container may have removed them itself. */
    void detach(List<DevicePlan> devices, DeviceRights rights) {
        rights.apply(program.attach(), NodeChange::noLoop);
        for (DevicePlan device : devices) {
            String label = "remove device node '" + device.path() + "'";
            Slot folder =
                    Targets.onOneFilesystem(
                                    program.prepare().tolerating(Errno.ENOENT, Errno.EXDEV),
                                    Slot.DEV)
                            .folderOf(label, "/" + device.path());
            program.prepare()
                    .tolerating(Errno.ENOENT, Errno.EISDIR)
                    .run(
                            label,
                            SystemCall.UNLINKAT,
                            Argument.result(folder),
                            Argument.text(Targets.lastName("/" + device.path())),
                            Argument.number(0));
        }
    }

    private static Slot noLoop(String device) {
        throw new IllegalArgumentException("the right to '" + device + "' ends with its image");
    }
}
