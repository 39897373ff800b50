package dev.vsh.cgroup;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.NumberSet;
import dev.vsh.plan.DeviceGrant;

import java.util.List;
import java.util.Optional;

/**
 * What limits a container as a whole, with every name resolved; an empty value leaves the kernel's default.
 *
 * @param processes processes and threads at a time
 * @param devices what it may use besides those that every container may
 */
public record Limits(
        Memory memory,
        Cpu cpu,
        Cpuset cpuset,
        Io io,
        Optional<Long> processes,
        List<DeviceGrant> devices) {
    public Limits {
        devices = List.copyOf(devices);
    }

    /**
     * @param limit what the kernel kills for
     * @param soft what the kernel reclaims down to; on v2 what it throttles above
     * @param withSwap memory and swap together, at least {@code limit}
     */
    public record Memory(ByteSize limit, Optional<ByteSize> soft, Optional<ByteSize> withSwap) {}

    /**
     * @param shares relative to other groups; 2 to 262144 on v1, 1 to 10000 on v2
     * @param quotaMicros processor time in each period, -1 for no limit
     */
    public record Cpu(
            Optional<Long> shares, Optional<Long> periodMicros, Optional<Long> quotaMicros) {
        public static final Cpu NONE =
                new Cpu(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The processors and memory nodes to stay on. */
    public record Cpuset(Optional<NumberSet> cpus, Optional<NumberSet> mems) {
        public static final Cpuset NONE = new Cpuset(Optional.empty(), Optional.empty());
    }

    /**
     * @param weight relative to other groups
     */
    public record Io(Optional<Integer> weight, List<IoDevice> devices) {
        public static final Io NONE = new Io(Optional.empty(), List.of());

        public Io {
            devices = List.copyOf(devices);
        }
    }

    /**
     * Limits of one whole block device.
     *
     * @param path what the user called it
     */
    public record IoDevice(
            String path,
            int major,
            int minor,
            Optional<Integer> weight,
            Optional<Long> readIopsPerSecond,
            Optional<Long> writeIopsPerSecond,
            Optional<Long> readBytesPerSecond,
            Optional<Long> writeBytesPerSecond) {
        String number() {
            return major + ":" + minor;
        }
    }
}
