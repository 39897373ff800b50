package dev.vsh.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.domain.ByteSize;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

final class KernelMachineTest {
    private static final String STAT =
            """
            cpu  10 5 20 300 7 1 2 0 0 0
            cpu0 10 5 20 300 7 1 2 0 0 0
            """;
    private static final String MEMINFO =
            """
            MemTotal:       2048 kB
            MemFree:        1024 kB
            Buffers:          16 kB
            Cached:          512 kB
            SwapCached:        3 kB
            """;

    @TempDir private Path root;
    private Machine machine = new KernelMachine(Path.of("/"), "");

    @BeforeEach
    void machineOfTwoProcessors() {
        machine = new KernelMachine(root, "x86_64");
        write("proc/cpuinfo", "processor\t: 0\ncpu MHz\t\t: 2593.748\n");
        write("proc/stat", STAT);
        write("proc/meminfo", MEMINFO);
        write("sys/devices/system/cpu/present", "0-2");
        write("sys/devices/system/cpu/online", "0-1");
        for (int cpu = 0; cpu < 2; cpu++) {
            String topology = "sys/devices/system/cpu/cpu" + cpu + "/topology/";
            write(topology + "physical_package_id", "0");
            write(topology + "core_id", "0");
            write(topology + "thread_siblings_list", "0-1");
        }
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).resolveSibling(""));
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void countsSocketsCoresAndThreads() {
        Processors processors = machine.processors();

        assertEquals(3, processors.present());
        assertEquals(2, processors.each().size());
        assertEquals(1, processors.sockets());
        assertEquals(1, processors.coresPerSocket());
        assertEquals(2, processors.threadsPerCore());
        assertEquals(2593, processors.megahertz());
    }

    @Test
    void addsNiceToUserAndInterruptsToSystem() {
        ProcessorTime time = machine.time(OptionalInt.of(0));

        assertEquals(Duration.ofMillis(150), time.user());
        assertEquals(Duration.ofMillis(230), time.system());
        assertEquals(Duration.ofMillis(3000), time.idle());
        assertEquals(Duration.ofMillis(70), time.waiting());
        assertEquals(time, machine.time(OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class, () -> machine.time(OptionalInt.of(1)));
    }

    @Test
    void readsMemoryByTheWholeName() {
        assertEquals(
                new MachineMemory(
                        ByteSize.ofKibibytes(2048),
                        ByteSize.ofKibibytes(1024),
                        ByteSize.ofKibibytes(16),
                        ByteSize.ofKibibytes(512)),
                machine.memory());
    }

    @Test
    void isOneCellWithoutNuma() {
        List<MemoryCell> cells = machine.cells();

        assertEquals(1, cells.size());
        assertEquals("0-1", cells.getFirst().processors().toString());
    }

    @Test
    void readsNodesWithTheirPages() {
        String node = "sys/devices/system/node/node1/";
        write("sys/devices/system/node/online", "1");
        write(node + "meminfo", "Node 1 MemTotal: 4096 kB\nNode 1 MemFree: 8 kB\n");
        write(node + "cpulist", "");
        write(node + "hugepages/hugepages-2048kB/nr_hugepages", "2");
        write(node + "hugepages/hugepages-2048kB/free_hugepages", "1");

        MemoryCell cell = machine.cells().getFirst();

        assertEquals(1, cell.id());
        assertEquals(ByteSize.ofKibibytes(8), cell.free());
        assertEquals("", cell.processors().toString());
        assertEquals(
                List.of(
                        new MemoryCell.PagePool(ByteSize.ofKibibytes(4), 1024, 2),
                        new MemoryCell.PagePool(ByteSize.ofKibibytes(2048), 2, 1)),
                cell.pools());
    }

    @Test
    void tellsTheSpeedOfALinkAndThePortsOfABridge() {
        write("sys/class/net/br0/mtu", "1500");
        write("sys/class/net/br0/bridge/stp_state", "0");
        write("sys/class/net/br0/brif/port0/port_no", "1");
        write("sys/class/net/port0/mtu", "9000");
        write("sys/class/net/port0/flags", "0x1003");
        write("sys/class/net/port0/operstate", "up");
        write("sys/class/net/port0/speed", "1000");

        assertEquals(
                new HostLink(
                        1500,
                        "unknown",
                        Optional.empty(),
                        Optional.of(List.of(new HostInterface("port0", "", true)))),
                machine.link("br0"));
        assertEquals(
                new HostLink(9000, "up", Optional.of(1000L), Optional.empty()),
                machine.link("port0"));
        assertThrows(IllegalArgumentException.class, () -> machine.link("port1"));
    }

    @Test
    void leavesOutPortsOfABridge() {
        write("sys/class/net/br0/flags", "0x1003");
        write("sys/class/net/br0/address", "52:54:00:00:00:01");
        write("sys/class/net/port0/master/ifindex", "2");
        write("sys/class/net/eth0/flags", "0x1002");

        assertEquals(
                List.of(
                        new HostInterface("br0", "52:54:00:00:00:01", true),
                        new HostInterface("eth0", "", false)),
                machine.interfaces());
    }

    @Test
    void tellsOfTheMakerWhatThereIs() {
        assertEquals(List.of(), machine.firmware());
        write("sys/class/dmi/id/sys_vendor", "Acme\n");

        assertEquals(
                List.of(
                        new FirmwareSection(
                                "system",
                                List.of(new FirmwareSection.Entry("manufacturer", "Acme")))),
                machine.firmware());
    }
}
