package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.DevicePlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at images that are to be loop devices.
 *
 * @param parameters {@code /sys/module/loop/parameters}
 */
record LoopImages(Path parameters) {
    static final Path PARAMETERS = Path.of("/sys/module/loop/parameters");

    /**
     * @param what whose image it is, for the message
     * @throws DriverException OPERATION_FAILED when it is missing or not a file, CONFIG_UNSUPPORTED where loop devices
     *     have room for partitions
     */
    DevicePlan.Device image(String what, String path, boolean readonly) {
        String image = "image '" + path + "' of " + what;
        if (!Files.exists(Path.of(path))) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, image + " does not exist");
        }
        if (!Files.isRegularFile(Path.of(path))) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, image + " is not a file");
        }
        requireNumbersOfTheirOwn(what);
        return new DevicePlan.Device.Image(path, readonly);
    }

    /** Elsewhere the minor number is a multiple of that in the name, and the rule would be about another device. */
    private void requireNumbersOfTheirOwn(String what) {
        if (!partitions().equals("0")) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    what
                            + " of type 'file' cannot be: loop devices have room for partitions"
                            + " here; start the kernel without loop.max_part");
        }
    }

    /** A module that is not loaded yet will have its default. */
    private String partitions() {
        try {
            return Files.readString(parameters.resolve("max_part")).strip();
        } catch (IOException _) {
            return "0";
        }
    }
}
