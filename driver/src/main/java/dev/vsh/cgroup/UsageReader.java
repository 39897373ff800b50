package dev.vsh.cgroup;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.domain.ResourceUsage.Processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel has counted for a container. */
final class UsageReader {
    private final CgroupHost host;
    private final String group;

    /**
     * @param group below each mount point
     */
    UsageReader(CgroupHost host, String group) {
        this.host = host;
        this.group = group;
    }

    ResourceUsage read(Path sys) {
        return new ResourceUsage(
                processor(), memory(), new BlockUsageReader(host, group, sys).read());
    }

    private Processor processor() {
        return host.with("cpuacct").map(this::processorV1).orElseGet(this::processorV2);
    }

    private Processor processorV1(CgroupHost.Mounted mounted) {
        Path folder = mounted.mountPoint().resolve(group);
        return new Processor(
                nanos(folder, "cpuacct.usage"),
                nanos(folder, "cpuacct.usage_user"),
                nanos(folder, "cpuacct.usage_sys"),
                words(folder, "cpuacct.usage_percpu")
                        .map(text -> Duration.ofNanos(Long.parseLong(text)))
                        .toList());
    }

    private static Duration nanos(Path folder, String file) {
        return Duration.ofNanos(number(folder, file).orElse(0L));
    }

    /** For every group, whether the cpu controller is enabled or not. */
    private Processor processorV2() {
        FlatFile stat =
                host.unified()
                        .map(
                                mounted ->
                                        FlatFile.read(
                                                mounted.mountPoint().resolve(group), "cpu.stat"))
                        .orElse(FlatFile.EMPTY);
        return new Processor(
                micros(stat, "usage_usec"),
                micros(stat, "user_usec"),
                micros(stat, "system_usec"),
                List.of());
    }

    private static Duration micros(FlatFile stat, String key) {
        return Duration.ofNanos(stat.number(key) * 1000);
    }

    private ResourceUsage.Memory memory() {
        return host.with("memory")
                .map(this::memory)
                .orElse(new ResourceUsage.Memory(new ByteSize(0), new ByteSize(0)));
    }

    private ResourceUsage.Memory memory(CgroupHost.Mounted mounted) {
        Path folder = mounted.mountPoint().resolve(group);
        return switch (mounted) {
            case CgroupHost.Mounted.V1 _ ->
                    new ResourceUsage.Memory(
                            size(folder, "memory.usage_in_bytes"),
                            new ByteSize(FlatFile.read(folder, "memory.stat").number("swap")));
            case CgroupHost.Mounted.V2 _ ->
                    new ResourceUsage.Memory(
                            size(folder, "memory.current"), size(folder, "memory.swap.current"));
        };
    }

    private static ByteSize size(Path folder, String file) {
        return new ByteSize(number(folder, file).orElse(0L));
    }

    private static Optional<Long> number(Path folder, String file) {
        return words(folder, file).findFirst().map(Long::valueOf);
    }

    /** None when the container has ended a moment ago. */
    private static Stream<String> words(Path folder, String file) {
        try {
            String text = Files.readString(folder.resolve(file)).strip();
            return text.isEmpty() ? Stream.of() : Arrays.stream(text.split("\\s+"));
        } catch (IOException _) {
            return Stream.of();
        }
    }
}
