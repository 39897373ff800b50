package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/** {@code <blkiotune>}: weights and limits of block I/O. */
public record BlockIoTuning(Optional<Integer> weight, List<Device> devices) {
    public static final BlockIoTuning NONE = new BlockIoTuning(Optional.empty(), List.of());

    public BlockIoTuning {
        devices = List.copyOf(devices);
    }

    /** {@code <device>}: limits of one block device, named by its path on the host. */
    public record Device(
            String path,
            Optional<Integer> weight,
            Optional<Long> readIopsPerSecond,
            Optional<Long> writeIopsPerSecond,
            Optional<Long> readBytesPerSecond,
            Optional<Long> writeBytesPerSecond) {}
}
