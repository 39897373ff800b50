package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.S_IFBLK;
import static dev.vsh.linux.FileFlags.S_IFCHR;

import dev.vsh.linux.Constant;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.DevicePlan.Device;

/** The step that makes a device node. */
final class NodeSteps {
    /** libvirt's: the container's root owns it, and may let others in. */
    static final Constant FOR_ROOT = new Constant("0700", 0700);

    private NodeSteps() {}

    /**
     * @param folder where the container cannot have put symbolic links
     * @param name of the node in the folder
     */
    static void make(
            ProgramBuilder.Section section,
            Slot folder,
            String name,
            DevicePlan device,
            DiskSteps disks,
            Constant mode) {
        section.run(
                "make device node '" + device.path() + "'",
                SystemCall.MKNODAT,
                Argument.result(folder),
                Argument.text(name),
                Argument.flags(isBlock(device) ? S_IFBLK : S_IFCHR, mode),
                number(device, disks));
    }

    private static boolean isBlock(DevicePlan device) {
        return switch (device.device()) {
            case Device.Node(boolean block, int _, int _) -> block;
            case Device.Image _ -> true;
        };
    }

    private static Argument number(DevicePlan device, DiskSteps disks) {
        return switch (device.device()) {
            case Device.Node(boolean _, int major, int minor) ->
                    new Argument.Numeric(
                            DevicePlan.number(major, minor),
                            "makedev(" + major + ", " + minor + ")");
            case Device.Image _ ->
                    new Argument.DeviceNumber(Device.Image.MAJOR, disks.number(device.path()));
        };
    }
}
