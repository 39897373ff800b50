package dev.vsh.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A device node of the container besides those that every container has.
 *
 * @param path below {@code /dev}
 * @param block whether it is a block device
 * @param access of r, w and m, as the device cgroup has it
 */
public record DevicePlan(String path, boolean block, int major, int minor, String access) {
    /** The folders that it is in, the outermost first. */
    List<String> folders() {
        return IntStream.range(0, path.length())
                .filter(index -> path.charAt(index) == '/')
                .mapToObj(index -> path.substring(0, index))
                .toList();
    }

    /** As mknod(2) takes it: 12 bits of the minor number are above the major one. */
    long number() {
        return (minor & 0xffL) | ((long) major << 8) | ((minor & 0xfff00L) << 12);
    }
}
