package dev.vsh.domain.lxctools;

import dev.vsh.domain.BlockIoTuning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be limited on a block device, with the kernel's names for it. */
enum BlockLimit {
    WEIGHT("", "blkio.weight_device", "blkio.device_weight", "blkio.bfq.weight_device"),
    READ_IOPS("riops", "blkio.throttle.read_iops_device"),
    WRITE_IOPS("wiops", "blkio.throttle.write_iops_device"),
    READ_BYTES("rbps", "blkio.throttle.read_bps_device"),
    WRITE_BYTES("wbps", "blkio.throttle.write_bps_device");

    private final String nameV2;
    private final List<String> filesV1;

    BlockLimit(String nameV2, String... filesV1) {
        this.nameV2 = nameV2;
        this.filesV1 = List.of(filesV1);
    }

    /** The files of v1; the first is the usual one. */
    List<String> filesV1() {
        return filesV1;
    }

    /** The name in {@code io.max}; empty for a weight, which has a file of its own. */
    String nameV2() {
        return nameV2;
    }

    static Optional<BlockLimit> ofV2(String name) {
        return Arrays.stream(values())
                .filter(limit -> !name.isEmpty() && limit.nameV2.equals(name))
                .findFirst();
    }

    Optional<Long> of(BlockIoTuning.Device device) {
        return switch (this) {
            case WEIGHT -> device.weight().map(Integer::longValue);
            case READ_IOPS -> device.readIopsPerSecond();
            case WRITE_IOPS -> device.writeIopsPerSecond();
            case READ_BYTES -> device.readBytesPerSecond();
            case WRITE_BYTES -> device.writeBytesPerSecond();
        };
    }
}
