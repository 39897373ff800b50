package dev.vsh.driver.lxc;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Disk;
import dev.vsh.driver.DiskSize;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.FileSize;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How large disks are. */
final class DiskSizes {
    /** The unit of {@code size} in sysfs, whatever the device's is. */
    private static final long SECTOR = 512;

    private final Syscalls syscalls;

    DiskSizes(Syscalls syscalls) {
        this.syscalls = syscalls;
    }

    /**
     * @param disks of a domain
     * @throws DriverException INVALID_ARG when there is no such disk, SYSTEM_ERROR when it cannot be looked at
     */
    DiskSize of(List<Disk> disks, String target) {
        Disk disk = find(disks, target);
        String source =
                disk.source()
                        .orElseThrow(
                                () ->
                                        new DriverException(
                                                ErrorCode.INVALID_ARG,
                                                "disk '" + target + "' has no source"));
        try {
            Optional<DeviceNumber> device = DeviceNumber.ofBlockDevice(Path.of(source));
            return device.isPresent()
                    ? DiskSize.full(sectors(device.get()))
                    : size(FileSize.of(syscalls, source));
        } catch (SyscallException | IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot look at '" + source + "': " + e.getMessage(),
                    e);
        }
    }

    private static Disk find(List<Disk> disks, String target) {
        return disks.stream()
                .filter(
                        disk ->
                                disk.target().equals(target)
                                        || disk.source().equals(Optional.of(target)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.INVALID_ARG,
                                        "no such disk '" + target + "': domblklist names them"));
    }

    private static ByteSize sectors(DeviceNumber device) throws IOException {
        Path file = Path.of("/sys/dev/block/" + device.major() + ":" + device.minor() + "/size");
        return new ByteSize(Long.parseLong(Files.readString(file).strip()) * SECTOR);
    }

    private static DiskSize size(FileSize file) {
        ByteSize length = new ByteSize(file.length());
        return new DiskSize(length, new ByteSize(file.allocated()), length);
    }
}
