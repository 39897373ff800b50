package dev.vsh.driver.lxc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The number of a device; makedev(3). */
record DeviceNumber(int major, int minor) {
    private static final int S_IFMT = 0170000;
    private static final int S_IFBLK = 0060000;

    /** That of a block device node; empty when the path is anything else, or nothing. */
    static Optional<DeviceNumber> ofBlockDevice(Path node) {
        try {
            int mode = (int) Files.getAttribute(node, "unix:mode");
            if ((mode & S_IFMT) != S_IFBLK) {
                return Optional.empty();
            }
            return Optional.of(of((long) Files.getAttribute(node, "unix:rdev")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Takes a number apart as glibc's gnu_dev_major() and gnu_dev_minor() do.
     *
     * @param device as stat(2) gives it in {@code st_rdev}
     */
    static DeviceNumber of(long device) {
        long major = ((device >>> 32) & 0xfffff000L) | ((device >>> 8) & 0xfffL);
        long minor = ((device >>> 12) & 0xffffff00L) | (device & 0xffL);
        return new DeviceNumber((int) major, (int) minor);
    }
}
