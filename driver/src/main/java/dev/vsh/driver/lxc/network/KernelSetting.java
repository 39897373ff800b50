package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file below {@code /proc/sys/net}, which shows whoever looks the network that he is in. */
record KernelSetting(Path file) {
    private static final Path ROOT = Path.of("/proc/sys/net");

    static KernelSetting ofInterface(String family, String name, String setting) {
        return new KernelSetting(
                ROOT.resolve(family).resolve("conf").resolve(name).resolve(setting));
    }

    static KernelSetting forwarding(boolean ipv4) {
        return ipv4
                ? new KernelSetting(ROOT.resolve("ipv4").resolve("ip_forward"))
                : ofInterface("ipv6", "all", "forwarding");
    }

    /**
     * Does nothing where it is so already, or where the kernel does not have the setting at all.
     *
     * @return whether it was otherwise
     */
    boolean set(String value) {
        try {
            if (!Files.exists(file) || Files.readString(file).strip().equals(value)) {
                return false;
            }
            Files.writeString(file, value);
            return true;
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot write " + value + " to '" + file + "': " + e.getMessage(),
                    e);
        }
    }
}
