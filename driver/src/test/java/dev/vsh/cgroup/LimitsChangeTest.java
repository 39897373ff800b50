package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.NumberSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Limits of a running container, on folders that look like cgroups. */
final class LimitsChangeTest {
    private static final CgroupPath PATH = CgroupPath.of("/machine", "7", "web");

    @TempDir Path folder;

    private CgroupHost host;
    private Path group;

    @BeforeEach
    void mount() throws IOException {
        host =
                new CgroupHost(
                        List.of(new Mounted.V1(folder, Set.of("memory", "cpu"), Optional.empty())));
        group = Files.createDirectories(folder.resolve(PATH.group()));
    }

    private static Limits limits(long memory, Optional<Long> withSwap, Optional<Long> shares) {
        return new Limits(
                new Limits.Memory(
                        new ByteSize(memory), Optional.empty(), withSwap.map(ByteSize::new)),
                new Limits.Cpu(shares, Optional.empty(), Optional.empty()),
                Limits.Cpuset.NONE,
                Limits.Io.NONE,
                Optional.empty(),
                List.of());
    }

    private String read(String file) throws IOException {
        return Files.readString(group.resolve(file));
    }

    @Test
    void onlyWhatDiffersIsWritten() throws IOException {
        new LimitsChange(
                        host,
                        PATH,
                        limits(100, Optional.empty(), Optional.of(10L)),
                        limits(100, Optional.of(300L), Optional.of(20L)))
                .make();
        assertEquals("300", read("memory.memsw.limit_in_bytes"));
        assertEquals("20", read("cpu.shares"));
        assertTrue(Files.notExists(group.resolve("memory.limit_in_bytes")));
    }

    @Test
    void limitThatIsTakenBackIsTheKernelsOwnAgain() throws IOException {
        new LimitsChange(
                        host,
                        PATH,
                        limits(100, Optional.of(300L), Optional.of(20L)),
                        limits(100, Optional.empty(), Optional.empty()))
                .make();
        assertEquals("-1", read("memory.memsw.limit_in_bytes"));
        assertEquals("1024", read("cpu.shares"));
    }

    @Test
    void whenOneIsRefusedAllAreAsTheyWere() throws IOException {
        // A folder cannot be written to: the kernel's refusal.
        Files.createDirectory(group.resolve("cpu.shares"));
        LimitsChange change =
                new LimitsChange(
                        host,
                        PATH,
                        limits(100, Optional.empty(), Optional.of(10L)),
                        limits(200, Optional.of(300L), Optional.of(20L)));
        IOException refusal = assertThrows(IOException.class, change::make);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("cannot write 20 to " + group));
        assertEquals("100", read("memory.limit_in_bytes"));
        assertEquals("-1", read("memory.memsw.limit_in_bytes"));
    }

    private LimitsChange lowered(long from, long to) throws IOException {
        CgroupHost unified = new CgroupHost(List.of(new Mounted.V2(folder, Set.of("memory"))));
        Files.writeString(group.resolve("memory.max"), Long.toString(from));
        Files.writeString(group.resolve("memory.high"), "max\n");
        Files.writeString(group.resolve("memory.current"), "8192\n");
        return new LimitsChange(
                unified,
                PATH,
                limits(from, Optional.empty(), Optional.empty()),
                limits(to, Optional.empty(), Optional.empty()));
    }

    @Test
    void limitBelowWhatIsUsedIsRefusedBeforeTheKernelKillsForIt() throws IOException {
        IOException refusal = assertThrows(IOException.class, lowered(16384, 4096)::make);
        assertEquals(
                "cannot limit memory to 4 KiB: processes and files in memory use 8 KiB, which the"
                        + " kernel cannot take back",
                refusal.getMessage());
        assertEquals("16384", read("memory.max"));
        assertEquals("max", read("memory.high"));
    }

    @Test
    void limitThatWhatIsUsedFitsBelowIsWritten() throws IOException {
        lowered(16384, 8192).make();
        assertEquals("8192", read("memory.max"));
    }

    private static Limits on(String cpus) {
        Limits plain = limits(100, Optional.empty(), Optional.empty());
        return new Limits(
                plain.memory(),
                plain.cpu(),
                new Limits.Cpuset(Optional.of(NumberSet.parse(cpus)), Optional.empty()),
                plain.io(),
                plain.processes(),
                plain.devices());
    }

    @Test
    void innerGroupMovesToOtherProcessorsWithTheOuterOne() throws IOException {
        CgroupHost cpusets =
                new CgroupHost(List.of(new Mounted.V1(folder, Set.of("cpuset"), Optional.empty())));
        Files.writeString(folder.resolve("cpuset.cpus"), "0-3");
        Files.writeString(folder.resolve("cpuset.mems"), "0");
        Files.createDirectories(group.resolve("container"));
        new LimitsChange(cpusets, PATH, on("0"), on("1-2")).make();
        assertEquals("1-2", read("cpuset.cpus"));
        assertEquals("1-2", read("container/cpuset.cpus"));
        assertTrue(Files.notExists(group.resolve("cpuset.mems")));
    }
}
