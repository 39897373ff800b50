package dev.vsh.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A device node of the container besides those that every container has.
 *
 * @param path below {@code /dev}
 * @param access of r, w and m, as the device cgroup has it
 */
public record DevicePlan(String path, Device device, String access) {
    /** What it is a node of. */
    public sealed interface Device {
        /**
         * A device of the host.
         *
         * @param block whether it is a block device
         */
        record Node(boolean block, int major, int minor) implements Device {}

        /** An image, by way of a loop device that has a number only when the container starts. */
        record Image(String path, boolean readonly) implements Device {
            public static final int MAJOR = 7;
        }
    }

    public DevicePlan(String path, boolean block, int major, int minor, String access) {
        this(path, new Device.Node(block, major, minor), access);
    }

    /** The folders that it is in, the outermost first. */
    List<String> folders() {
        return IntStream.range(0, path.length())
                .filter(index -> path.charAt(index) == '/')
                .mapToObj(index -> path.substring(0, index))
                .toList();
    }

    /** As mknod(2) takes it: 12 bits of the minor number are above the major one. */
    public static long number(int major, int minor) {
        return (minor & 0xffL) | ((long) major << 8) | ((minor & 0xfff00L) << 12);
    }
}
