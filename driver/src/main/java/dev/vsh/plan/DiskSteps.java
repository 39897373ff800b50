package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_RDONLY;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.DevicePlan.Device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps that attach the images which the container sees as block devices. Nothing needs to be mounted from them, so
 * the helper has them open as long as the container runs; with the helper they go.
 */
final class DiskSteps {
    private final List<DevicePlan> devices;
    private final CgroupPlan cgroup;
    private final ProgramBuilder program;
    private final Map<String, Slot> numbers = new HashMap<>();

    DiskSteps(List<DevicePlan> devices, CgroupPlan cgroup, ProgramBuilder program) {
        this.devices = List.copyOf(devices);
        this.cgroup = cgroup;
        this.program = program;
    }

    /** Before the cgroups are made: they say what the container may do with a loop device of this number. */
    void attach() {
        for (DevicePlan device : devices) {
            switch (device.device()) {
                case Device.Node _ -> {}
                case Device.Image(String path, boolean readonly) -> {
                    var loop = new LoopSteps(program.prepare(), path, readonly).attach();
                    numbers.put(device.path(), loop.number());
                    int released = program.released();
                    hold(device, loop, path);
                    program.addPart("disk '" + device.path() + "'", released);
                }
            }
        }
    }

    /**
     * The container can tell a loop device to stay when nobody has it open any more, so it is told again to go. From
     * then on it takes no data, not even those that the container wrote and the kernel has kept back so far.
     */
    private void hold(DevicePlan device, LoopSteps.Device loop, String image) {
        String holding = "hold image '" + image + "'";
        Slot held =
                program.attach()
                        .get(
                                "disk",
                                holding,
                                SystemCall.OPENAT,
                                Argument.constant(AT_FDCWD),
                                loop.path(),
                                Argument.flags(O_RDONLY, O_CLOEXEC));
        String detaching = "detach image '" + image + "'";
        var release = program.release();
        for (CgroupPlan.Hierarchy hierarchy : cgroup.hierarchies()) {
            new DeviceGrantSteps(
                            release.given(held).tolerating(Errno.ENOENT), hierarchy, this::number)
                    .deny(DeviceGrant.of(device), hierarchy.path(hierarchy.group()));
        }
        release.tolerating(Errno.EIO, Errno.ENOSPC)
                .run(detaching, SystemCall.FSYNC, Argument.result(held));
        release.tolerating(Errno.ENXIO)
                .run(
                        detaching,
                        SystemCall.IOCTL,
                        Argument.result(held),
                        Argument.constant(DeviceFlags.LOOP_CLR_FD),
                        Argument.number(0));
        release.run(detaching, SystemCall.CLOSE, Argument.result(held));
    }

    /**
     * @param device a path below {@code /dev}
     */
    Slot number(String device) {
        Slot number = numbers.get(device);
        if (number == null) {
            throw new IllegalStateException("no image is attached for '" + device + "'");
        }
        return number;
    }
}
