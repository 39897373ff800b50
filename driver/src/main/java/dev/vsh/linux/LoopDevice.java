package dev.vsh.linux;

import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file as a block device that can only be read, and that the kernel takes back when nobody has it open.
 *
 * @param path of the device
 * @param state what the kernel says of it while it is attached
 */
public record LoopDevice(Syscalls syscalls, Fd descriptor, String path, Path state)
        implements AutoCloseable {
    private static final String CONTROL = "/dev/loop-control";
    private static final int TRIES = 5;
    private static final int LOOKS = 50;
    private static final int PAUSE_MILLIS = 10;
    private static final int BLOCK_SIZE = 512;

    /** {@code struct loop_config} in {@code linux/loop.h}. */
    private static final int CONFIG_SIZE = 304;

    private static final int CONFIG_BLOCK_SIZE = 4;
    private static final int CONFIG_FLAGS = 60;
    private static final Constant FLAGS =
            Constant.or(DeviceFlags.LO_FLAGS_READ_ONLY, DeviceFlags.LO_FLAGS_AUTOCLEAR);

    /**
     * @throws SyscallException ENOENT on {@code /dev/loop-control} where the kernel has no loop devices
     */
    public static LoopDevice attach(Syscalls syscalls, String file) {
        try (Fd image = syscalls.open(file, OpenFlags.O_RDONLY);
                Fd control = syscalls.open(CONTROL, OpenFlags.O_RDWR)) {
            // As whoever attaches an image does: a free device is anybody's until it is configured.
            syscalls.require(
                    SystemCall.FLOCK, List.of(CONTROL), control.number(), FlockFlags.LOCK_EX);
            for (int tries = 1; ; tries++) {
                try {
                    return attach(syscalls, image, control);
                } catch (SyscallException e) {
                    if (e.errno() != Errno.EBUSY || tries == TRIES) {
                        throw e;
                    }
                }
            }
        }
    }

    private static LoopDevice attach(Syscalls syscalls, Fd image, Fd control) {
        long number =
                syscalls.require(
                        SystemCall.IOCTL,
                        List.of(CONTROL, DeviceFlags.LOOP_CTL_GET_FREE.name()),
                        control.number(),
                        DeviceFlags.LOOP_CTL_GET_FREE.value());
        String path = "/dev/loop" + number;
        Fd device = syscalls.open(path, OpenFlags.O_RDONLY);
        try {
            configure(syscalls, image, device, path);
            Path state = Path.of("/sys/block/loop" + number, "loop/backing_file");
            return new LoopDevice(syscalls, device, path, state);
        } catch (SyscallException e) {
            device.close();
            throw e;
        }
    }

    private static void configure(Syscalls syscalls, Fd image, Fd device, String path) {
        NativeMemory configuration = new NativeMemory(CONFIG_SIZE);
        configuration.putInt(0, image.number());
        configuration.putInt(CONFIG_BLOCK_SIZE, BLOCK_SIZE);
        configuration.putInt(CONFIG_FLAGS, (int) FLAGS.value());
        try {
            syscalls.require(
                    SystemCall.IOCTL,
                    List.of(path, DeviceFlags.LOOP_CONFIGURE.name(), FLAGS.name()),
                    device.number(),
                    DeviceFlags.LOOP_CONFIGURE.value(),
                    configuration.address());
        } finally {
            Reference.reachabilityFence(configuration);
        }
    }

    /**
     * A process that another thread starts has all descriptors until it runs its program, for a moment longer than we;
     * whoever looks next for users of the file shall find none.
     */
    @Override
    public void close() {
        descriptor.close();
        for (int looks = 0; looks < LOOKS && Files.exists(state); looks++) {
            syscalls.poll(new PollSet(), PAUSE_MILLIS);
        }
    }
}
