package dev.vsh.shell.verb;

import dev.vsh.domain.BlockIoTuning;
import dev.vsh.domain.BlockIoTuning.Device;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code blkiotune} sets for single devices, given as {@code path,value,…}; 0 takes it back. */
enum BlockLimit {
    WEIGHT("device_weight", "device-weights") {
        @Override
        Optional<Long> of(Device device) {
            return device.weight().map(Integer::longValue);
        }

        @Override
        Device with(Device device, Optional<Long> value) {
            return new Device(
                    device.path(),
                    value.map(Math::toIntExact),
                    device.readIopsPerSecond(),
                    device.writeIopsPerSecond(),
                    device.readBytesPerSecond(),
                    device.writeBytesPerSecond());
        }
    },
    READ_IOPS("device_read_iops_sec", "device-read-iops-sec") {
        @Override
        Optional<Long> of(Device device) {
            return device.readIopsPerSecond();
        }

        @Override
        Device with(Device device, Optional<Long> value) {
            return new Device(
                    device.path(),
                    device.weight(),
                    value,
                    device.writeIopsPerSecond(),
                    device.readBytesPerSecond(),
                    device.writeBytesPerSecond());
        }
    },
    WRITE_IOPS("device_write_iops_sec", "device-write-iops-sec") {
        @Override
        Optional<Long> of(Device device) {
            return device.writeIopsPerSecond();
        }

        @Override
        Device with(Device device, Optional<Long> value) {
            return new Device(
                    device.path(),
                    device.weight(),
                    device.readIopsPerSecond(),
                    value,
                    device.readBytesPerSecond(),
                    device.writeBytesPerSecond());
        }
    },
    READ_BYTES("device_read_bytes_sec", "device-read-bytes-sec") {
        @Override
        Optional<Long> of(Device device) {
            return device.readBytesPerSecond();
        }

        @Override
        Device with(Device device, Optional<Long> value) {
            return new Device(
                    device.path(),
                    device.weight(),
                    device.readIopsPerSecond(),
                    device.writeIopsPerSecond(),
                    value,
                    device.writeBytesPerSecond());
        }
    },
    WRITE_BYTES("device_write_bytes_sec", "device-write-bytes-sec") {
        @Override
        Optional<Long> of(Device device) {
            return device.writeBytesPerSecond();
        }

        @Override
        Device with(Device device, Optional<Long> value) {
            return new Device(
                    device.path(),
                    device.weight(),
                    device.readIopsPerSecond(),
                    device.writeIopsPerSecond(),
                    device.readBytesPerSecond(),
                    value);
        }
    };

    private final String field;
    private final Option.Text option;

    BlockLimit(String field, String option) {
        this.field = field;
        this.option =
                Option.Text.optional(
                        option,
                        "per-device limits, as /path/to/device,value,…",
                        (_, _) -> List.of());
    }

    /** As {@code blkiotune} prints it. */
    String field() {
        return field;
    }

    Option.Text option() {
        return option;
    }

    abstract Optional<Long> of(Device device);

    abstract Device with(Device device, Optional<Long> value);

    BlockIoTuning set(BlockIoTuning base, String text) {
        String[] words = text.split(",", -1);
        if (words.length % 2 != 0) {
            throw malformed(text);
        }
        List<Device> devices = new ArrayList<>(base.devices());
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("/") || !words[i + 1].matches("[0-9]{1,18}")) {
                throw malformed(text);
            }
            set(devices, words[i], Long.parseLong(words[i + 1]));
        }
        devices.removeIf(device -> device.equals(plain(device.path())));
        return new BlockIoTuning(base.weight(), devices);
    }

    private CommandException malformed(String text) {
        return new CommandException(
                "Unable to parse --" + option.name() + " '" + text + "', expecting /path,value,…");
    }

    private void set(List<Device> devices, String path, long value) {
        Device found =
                devices.stream()
                        .filter(device -> device.path().equals(path))
                        .findFirst()
                        .orElseGet(() -> plain(path));
        Device changed = with(found, value == 0 ? Optional.empty() : Optional.of(value));
        int place = devices.indexOf(found);
        if (place < 0) {
            devices.add(changed);
        } else {
            devices.set(place, changed);
        }
    }

    private static Device plain(String path) {
        return new Device(
                path,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
