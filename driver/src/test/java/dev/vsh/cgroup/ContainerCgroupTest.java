package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.domain.ByteSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A container's groups, on folders that look like cgroups. */
final class ContainerCgroupTest {
    private static final String GROUP = "machine/lxc-7-web.libvirt-lxc";

    @TempDir Path folder;

    private ContainerCgroup cgroup(Mounted... hierarchies) {
        return new ContainerCgroup(
                new CgroupHost(List.of(hierarchies)), CgroupPath.of("/machine", "7", "web"));
    }

    private Mounted v1(String controller) {
        return new Mounted.V1(folder.resolve(controller), Set.of(controller), Optional.empty());
    }

    private Mounted v2(String... controllers) {
        return new Mounted.V2(folder, Arrays.stream(controllers).collect(Collectors.toSet()));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    @Test
    void memoryIsReadFromV1() throws IOException {
        write("memory/" + GROUP + "/memory.usage_in_bytes", "4096\n");
        assertEquals(Optional.of(new ByteSize(4096)), cgroup(v1("memory")).memoryUsed());
    }

    @Test
    void memoryIsReadFromV2() throws IOException {
        write(GROUP + "/memory.current", "8192\n");
        assertEquals(Optional.of(new ByteSize(8192)), cgroup(v2("memory")).memoryUsed());
    }

    @Test
    void processorTimeIsReadFromV1() throws IOException {
        write("cpuacct/" + GROUP + "/cpuacct.usage", "1500000000\n");
        assertEquals(Optional.of(Duration.ofMillis(1500)), cgroup(v1("cpuacct")).cpuTime());
    }

    @Test
    void processorTimeIsReadFromV2WithoutTheCpuController() throws IOException {
        write(GROUP + "/cpu.stat", "usage_usec 2500\nuser_usec 2000\nsystem_usec 500\n");
        assertEquals(Optional.of(Duration.ofNanos(2_500_000)), cgroup(v2()).cpuTime());
    }

    @Test
    void figuresOfAContainerThatHasEndedAreMissing() {
        ContainerCgroup cgroup = cgroup(v1("memory"), v1("cpuacct"));
        assertEquals(Optional.empty(), cgroup.memoryUsed());
        assertEquals(Optional.empty(), cgroup.cpuTime());
    }

    @Test
    void processesAreFoundInEveryHierarchyAndBelowOnce() throws IOException {
        write("memory/" + GROUP + "/cgroup.procs", "");
        write("memory/" + GROUP + "/container/cgroup.procs", "12\n13\n");
        write("memory/" + GROUP + "/container/init.scope/cgroup.procs", "14\n");
        write("pids/" + GROUP + "/container/cgroup.procs", "13\n15\n");
        assertEquals(List.of(12L, 13L, 14L, 15L), cgroup(v1("memory"), v1("pids")).processes());
    }

    @Test
    void groupsBelowAreRemovedAndThePartitionAfterThem() throws IOException {
        Files.createDirectories(folder.resolve(GROUP + "/container/a/b/c"));
        Files.createDirectories(folder.resolve(GROUP + "/container/a/d"));
        assertTrue(cgroup(v2()).remove());
        assertFalse(Files.exists(folder.resolve("machine")));
    }

    @Test
    void partitionWithAnotherContainerStays() throws IOException {
        Files.createDirectories(folder.resolve(GROUP));
        Files.createDirectories(folder.resolve("machine/other"));
        assertTrue(cgroup(v2()).remove());
        assertTrue(Files.exists(folder.resolve("machine/other")));
    }

    @Test
    void partitionOfTheUsersOwnStays() throws IOException {
        Files.createDirectories(folder.resolve("own.partition/lxc-7-web.libvirt-lxc"));
        ContainerCgroup cgroup =
                new ContainerCgroup(
                        new CgroupHost(List.of(v2())), CgroupPath.of("/own", "7", "web"));
        assertTrue(cgroup.remove());
        assertTrue(Files.exists(folder.resolve("own.partition")));
    }

    @Test
    void groupThatIsNotThereIsAsGoodAsRemoved() {
        assertTrue(CgroupRemoval.remove(folder.resolve("nothing")));
    }

    @Test
    void groupThatStaysBusyIsReported() throws IOException {
        write("busy/process", "a file keeps a folder as a process keeps a group");
        assertFalse(CgroupRemoval.remove(folder.resolve("busy")));
    }
}
