package dev.vsh.driver.lxc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The number of a block device node; makedev(3). */
record BlockDevice(int major, int minor) {
    private static final int S_IFMT = 0170000;
    private static final int S_IFBLK = 0060000;

    /** Empty when the path is anything else, or nothing. */
    static Optional<BlockDevice> of(Path node) {
        try {
            int mode = (int) Files.getAttribute(node, "unix:mode");
            if ((mode & S_IFMT) != S_IFBLK) {
                return Optional.empty();
            }
            return Optional.of(ofNumber((long) Files.getAttribute(node, "unix:rdev")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** As glibc's gnu_dev_major() and gnu_dev_minor() take it apart. */
    static BlockDevice ofNumber(long device) {
        long major = ((device >>> 32) & 0xfffff000L) | ((device >>> 8) & 0xfffL);
        long minor = ((device >>> 12) & 0xffffff00L) | (device & 0xffL);
        return new BlockDevice((int) major, (int) minor);
    }
}
