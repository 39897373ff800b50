package dev.vsh.cgroup;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.ResourceUsage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A container's groups while it runs, and when somebody has to clean up behind it. */
public final class ContainerCgroup {
    private final CgroupHost host;
    private final CgroupPath path;

    public ContainerCgroup(CgroupHost host, CgroupPath path) {
        this.host = host;
        this.path = path;
    }

    private Path group(CgroupHost.Mounted mounted) {
        return mounted.mountPoint().resolve(path.group());
    }

    private Optional<String> read(String controller, String v1, String v2) {
        return host.with(controller)
                .map(
                        mounted ->
                                switch (mounted) {
                                    case CgroupHost.Mounted.V1 _ -> group(mounted).resolve(v1);
                                    case CgroupHost.Mounted.V2 _ -> group(mounted).resolve(v2);
                                })
                .flatMap(ContainerCgroup::read);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            // The container may have ended a moment ago.
            return Optional.empty();
        }
    }

    /** Memory that the kernel counts for the container now. */
    public Optional<ByteSize> memoryUsed() {
        return read("memory", "memory.usage_in_bytes", "memory.current")
                .map(text -> new ByteSize(Long.parseLong(text)));
    }

    /** Processor time since the start, user and system. */
    public Optional<Duration> cpuTime() {
        if (host.with("cpuacct").isPresent()) {
            return read("cpuacct", "cpuacct.usage", "")
                    .map(text -> Duration.ofNanos(Long.parseLong(text)));
        }
        // v2 counts for every group, whether the cpu controller is enabled or not.
        return host.unified()
                .flatMap(mounted -> read(group(mounted).resolve("cpu.stat")))
                .flatMap(
                        text ->
                                text.lines()
                                        .filter(line -> line.startsWith("usage_usec "))
                                        .findFirst())
                .map(line -> Duration.ofNanos(Long.parseLong(line.substring(11)) * 1000));
    }

    /**
     * @param sys where sysfs is mounted, with the names of devices
     */
    public ResourceUsage usage(Path sys) {
        return new UsageReader(host, path.group()).read(sys);
    }

    /** Process ids of everything in the container, in its groups and those below. */
    public List<Long> processes() {
        return host.hierarchies().stream()
                .flatMap(mounted -> processes(group(mounted)))
                .distinct()
                .toList();
    }

    private static Stream<Long> processes(Path top) {
        return GroupTree.of(top)
                .flatMap(group -> read(group.resolve("cgroup.procs")).stream())
                .flatMap(String::lines)
                .map(Long::valueOf);
    }

    /** What stops the container and lets it go on; empty when the host has mounted none. */
    public Optional<Freezer> freezer() {
        return host.with("freezer")
                .or(host::unified)
                .map(mounted -> Freezer.of(mounted, group(mounted)));
    }

    /**
     * Removes the groups, and the default partition when no other container is in it.
     *
     * @return whether all of the container's are gone
     */
    public boolean remove() {
        boolean gone = true;
        for (CgroupHost.Mounted mounted : host.hierarchies()) {
            gone &= CgroupRemoval.remove(group(mounted));
            if (path.isDefault()) {
                // Refused by the kernel while there are groups in it.
                mounted.mountPoint().resolve(path.parent()).toFile().delete();
            }
        }
        return gone;
    }
}
