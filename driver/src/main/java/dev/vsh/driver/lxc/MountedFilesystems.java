package dev.vsh.driver.lxc;

import dev.vsh.domain.MountedFilesystem;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.MountInfo;
import dev.vsh.linux.ProcessId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is mounted in a container, as the kernel says of its init. */
final class MountedFilesystems {
    private MountedFilesystems() {}

    /**
     * @throws DriverException OPERATION_FAILED when the init ends meanwhile
     */
    static List<MountedFilesystem> of(ProcessId init) {
        Path file = Path.of("/proc/" + init.pid() + "/mountinfo");
        try {
            return MountInfo.parse(Files.readAllLines(file)).stream()
                    .map(
                            mount ->
                                    new MountedFilesystem(
                                            mount.mountPoint(), mount.source(), mount.type()))
                    .toList();
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
