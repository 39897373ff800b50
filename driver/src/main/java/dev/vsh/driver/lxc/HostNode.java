package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A device node of the host. */
record HostNode(boolean block, int major, int minor) {
    private static final int TYPE = 0170000;
    private static final int BLOCK = 0060000;
    private static final int CHARACTER = 0020000;

    /**
     * @param what whose device it is, for the message
     * @throws DriverException OPERATION_FAILED when it is missing, or of the other kind
     */
    static HostNode read(String what, String path, boolean block) {
        try {
            int type = (int) Files.getAttribute(Path.of(path), "unix:mode") & TYPE;
            if (type != (block ? BLOCK : CHARACTER)) {
                throw failed(
                        "'" + path + "' of " + what + " is " + name(type) + ", not " + name(block));
            }
            DeviceNumber number =
                    DeviceNumber.of((long) Files.getAttribute(Path.of(path), "unix:rdev"));
            return new HostNode(block, number.major(), number.minor());
        } catch (NoSuchFileException _) {
            throw failed("'" + path + "' of " + what + " does not exist on this host");
        } catch (IOException e) {
            throw failed("cannot look at '" + path + "' of " + what + ": " + e.getMessage());
        }
    }

    private static String name(int type) {
        return switch (type) {
            case BLOCK -> name(true);
            case CHARACTER -> name(false);
            default -> "no device";
        };
    }

    private static String name(boolean block) {
        return block ? "a block device" : "a character device";
    }

    private static DriverException failed(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, reason);
    }
}
