package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.domain.ResourceUsage.Block;
import dev.vsh.domain.ResourceUsage.Memory;
import dev.vsh.domain.ResourceUsage.Processor;
import dev.vsh.domain.ResourceUsage.Transfers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the kernel has counted, in files as it writes them. */
final class UsageReaderTest {
    private static final String GROUP = "machine/web";

    @TempDir Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(GROUP).resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private ResourceUsage read(Mounted mounted) {
        return new UsageReader(new CgroupHost(List.of(mounted)), GROUP).read(folder.resolve("sys"));
    }

    @Test
    void readsV1() throws IOException {
        write("cpuacct.usage", "5000000100\n");
        write("cpuacct.usage_user", "4000000000\n");
        write("cpuacct.usage_sys", "1000000100\n");
        write("cpuacct.usage_percpu", "2000000000 3000000100 \n");
        write("memory.usage_in_bytes", "8192\n");
        write("memory.stat", "cache 4096\nswap 2048\n");
        write(
                "blkio.throttle.io_service_bytes_recursive",
                "8:0 Read 4096\n8:0 Write 512\n8:0 Total 4608\nTotal 4608\n");
        write("blkio.throttle.io_serviced_recursive", "8:0 Read 2\n8:0 Write 1\nTotal 3\n");
        ResourceUsage expected =
                new ResourceUsage(
                        new Processor(
                                Duration.ofSeconds(5, 100),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(1, 100),
                                List.of(Duration.ofSeconds(2), Duration.ofSeconds(3, 100))),
                        new Memory(new ByteSize(8192), new ByteSize(2048)),
                        List.of(new Block("8:0", new Transfers(2, 4096), new Transfers(1, 512))));
        assertEquals(
                expected,
                read(
                        new Mounted.V1(
                                folder, Set.of("cpuacct", "memory", "blkio"), Optional.empty())));
    }

    @Test
    void readsV2AndTheNamesOfDevices() throws IOException {
        Files.createDirectories(folder.resolve("sys/devices/sda"));
        Files.createDirectories(folder.resolve("sys/dev/block"));
        Files.createSymbolicLink(folder.resolve("sys/dev/block/8:0"), Path.of("../../devices/sda"));
        write("cpu.stat", "usage_usec 5000\nuser_usec 3000\nsystem_usec 2000\n");
        write("memory.current", "8192\n");
        write("memory.swap.current", "4096\n");
        write("io.stat", "8:0 rbytes=4096 wbytes=512 rios=2 wios=1 dbytes=0 dios=0\n");
        ResourceUsage expected =
                new ResourceUsage(
                        new Processor(
                                Duration.ofMillis(5),
                                Duration.ofMillis(3),
                                Duration.ofMillis(2),
                                List.of()),
                        new Memory(new ByteSize(8192), new ByteSize(4096)),
                        List.of(new Block("sda", new Transfers(2, 4096), new Transfers(1, 512))));
        assertEquals(expected, read(new Mounted.V2(folder, Set.of("memory", "io"))));
    }

    @Test
    void containerThatHasEndedHasUsedNothing() {
        ResourceUsage usage = read(new Mounted.V2(folder, Set.of("memory", "io")));
        assertEquals(Duration.ZERO, usage.processor().total());
        assertEquals(List.of(), usage.blocks());
    }
}
