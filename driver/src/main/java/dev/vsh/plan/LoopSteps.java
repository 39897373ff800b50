package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.LOCK_EX;
import static dev.vsh.linux.FileFlags.LOCK_NB;
import static dev.vsh.linux.FileFlags.LOCK_SH;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_RDONLY;
import static dev.vsh.linux.FileFlags.O_RDWR;

import dev.vsh.linux.Constant;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Map;

/**
 * The steps that turn an image into a block device, which the kernel takes back as soon as nobody uses it: after a
 * stop, a start that failed, or a helper that was killed.
 */
final class LoopSteps {
    private static final String CONTROL = "/dev/loop-control";
    private static final int BLOCK_SIZE = 512;
    private static final int NAME_SIZE = 64;
    private static final int KEY_SIZE = 32;

    private final ProgramBuilder.Section section;
    private final String label;
    private final String path;
    private final boolean readonly;

    LoopSteps(ProgramBuilder.Section section, String path, boolean readonly) {
        this.section = section;
        this.label = "attach image '" + path + "'";
        this.path = path;
        this.readonly = readonly;
    }

    /**
     * A loop device, open.
     *
     * @param number the one in its name
     */
    record Device(Slot number, Slot descriptor) {
        Argument path() {
            return new Argument.Formatted("/dev/loop", number, "");
        }
    }

    Device attach() {
        Slot image = openAndLock();
        Slot control = lockControl();
        Slot number =
                section.get(
                        "loop-number",
                        label,
                        SystemCall.IOCTL,
                        Argument.result(control),
                        Argument.constant(DeviceFlags.LOOP_CTL_GET_FREE));
        Device device = new Device(number, open("loop", number));
        section.run(
                label,
                SystemCall.IOCTL,
                Argument.result(device.descriptor()),
                Argument.constant(DeviceFlags.LOOP_CONFIGURE),
                configuration(image));
        section.run(label, SystemCall.CLOSE, Argument.result(control));
        section.run(label, SystemCall.CLOSE, Argument.result(image));
        return device;
    }

    /** The loop device keeps the open file, and so the lock, exactly as long as it is attached. */
    private Slot openAndLock() {
        Slot image =
                section.get(
                        "image",
                        label,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text(path),
                        Argument.flags(readonly ? O_RDONLY : O_RDWR, O_CLOEXEC));
        section.advising(Map.of(Errno.EAGAIN, "the image is in use; two writers would destroy it"))
                .run(
                        label,
                        SystemCall.FLOCK,
                        Argument.result(image),
                        Argument.flags(readonly ? LOCK_SH : LOCK_EX, LOCK_NB));
        return image;
    }

    /** One helper at a time: the free device that the kernel names is nobody's until it is configured. */
    private Slot lockControl() {
        Slot control =
                section.advising(
                                Map.of(
                                        Errno.ENOENT,
                                        "this kernel has no loop devices; try: modprobe loop"))
                        .get(
                                "loop-control",
                                label,
                                SystemCall.OPENAT,
                                Argument.constant(AT_FDCWD),
                                Argument.text(CONTROL),
                                Argument.flags(O_RDWR, O_CLOEXEC));
        section.run(label, SystemCall.FLOCK, Argument.result(control), Argument.constant(LOCK_EX));
        return control;
    }

    private Slot open(String name, Slot number) {
        return section.get(
                name,
                label,
                SystemCall.OPENAT,
                Argument.constant(AT_FDCWD),
                new Argument.Formatted("/dev/loop", number, ""),
                Argument.flags(readonly ? O_RDONLY : O_RDWR, O_CLOEXEC));
    }

    /** {@code struct loop_config} with its {@code struct loop_info64}. */
    private Argument configuration(Slot image) {
        Constant flags =
                readonly
                        ? Constant.or(
                                DeviceFlags.LO_FLAGS_READ_ONLY, DeviceFlags.LO_FLAGS_AUTOCLEAR)
                        : DeviceFlags.LO_FLAGS_AUTOCLEAR;
        var none = new Argument.Field.Int64(0);
        var zero = new Argument.Field.Int32(0);
        var noName = new Argument.Field.Chars("", NAME_SIZE);
        return new Argument.Structure(
                List.of(
                        new Argument.Field.Result32(image),
                        new Argument.Field.Int32(BLOCK_SIZE),
                        // device, inode, rdevice, offset, size limit
                        none,
                        none,
                        none,
                        none,
                        none,
                        // number, encryption type, key size, flags
                        zero,
                        zero,
                        zero,
                        new Argument.Field.Int32(flags.value()),
                        noName,
                        noName,
                        new Argument.Field.Chars("", KEY_SIZE),
                        // init, reserved
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none),
                "{fd=" + image + ", block_size=" + BLOCK_SIZE + ", flags=" + flags.name() + "}");
    }
}
