package dev.vsh.helper.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A container with half of a host of four processors and 8 GiB, on v1 and on v2. */
final class ViewsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir Path folder;

    private Figures figures;

    @BeforeEach
    void describeHost() throws IOException {
        write("host/proc/meminfo", "MemTotal:  8388608 kB\nMemFree: 4 kB\nSwapTotal:  65536 kB");
        write("host/sys/devices/system/cpu/online", "0-3");
        StringBuilder cpuinfo = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            cpuinfo.append("processor\t: ").append(i).append("\nmodel name\t: host ").append(i);
            cpuinfo.append("\n\n");
        }
        write("host/proc/cpuinfo", cpuinfo.toString());
        figures =
                new Figures(
                        List.of(folder.resolve("a"), folder.resolve("b")),
                        folder.resolve("host"),
                        System.nanoTime() - 100 * SECOND);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text + "\n");
    }

    private void writeV1() throws IOException {
        write("a/memory.limit_in_bytes", "67108864");
        write("a/memory.memsw.limit_in_bytes", "100663296");
        write("a/memory.usage_in_bytes", "20971520");
        write(
                "a/memory.stat",
                "cache 1\ntotal_cache 8388608\ntotal_shmem 1048576\ntotal_swap 1024");
        write("b/cpuset.effective_cpus", "1,3");
        write("b/cpuacct.usage_user", "30000000000");
        write("b/cpuacct.usage_sys", "20000000000");
        write("b/pids.current", "5");
    }

    private void writeV2() throws IOException {
        write("a/memory.max", "67108864");
        write("a/memory.swap.max", "33554432");
        write("a/memory.swap.current", "1024");
        write("a/memory.current", "20971520");
        write("a/memory.stat", "file 8388608\nshmem 1048576");
        write("a/cpuset.cpus.effective", "1,3");
        write("a/cpu.max", "max 100000");
        write("a/cpu.stat", "usage_usec 50000000\nuser_usec 30000000\nsystem_usec 20000000");
        write("a/pids.current", "5");
    }

    private void assertViews() {
        var memory = Figures.table(new MeminfoView(figures).text());
        assertEquals(65536, memory.get("MemTotal"));
        assertEquals(65536 - 20480, memory.get("MemFree"));
        assertEquals(65536 - 20480 + 7168, memory.get("MemAvailable"));
        assertEquals(8192, memory.get("Cached"));
        assertEquals(32768, memory.get("SwapTotal"));
        assertEquals(32767, memory.get("SwapFree"));
        assertEquals(
                "processor\t: 0\nmodel name\t: host 1\n\nprocessor\t: 1\nmodel name\t: host 3\n\n",
                new CpuinfoView(figures).text());
        assertEquals("0-1\n", new OnlineView(figures).text());
        List<String> stat = new StatView(figures).text().lines().toList();
        assertTrue(stat.get(0).matches("cpu  3000 0 2000 150\\d\\d 0 0 0 0 0 0"), stat.get(0));
        assertTrue(stat.get(2).matches("cpu1 1500 0 1000 75\\d\\d 0 0 0 0 0 0"), stat.get(2));
        assertTrue(stat.get(3).startsWith("intr"), stat.get(3));
        String uptime = new UptimeView(figures).text();
        assertTrue(uptime.matches("100\\.\\d\\d 150\\.\\d\\d\n"), uptime);
        assertTrue(new SwapsView(figures).text().endsWith("virtual\t\t32768\t\t1\t\t0\n"));
    }

    @Test
    void v1TellsOfTheContainer() throws IOException {
        writeV1();
        assertViews();
    }

    @Test
    void v2TellsOfTheContainer() throws IOException {
        writeV2();
        assertViews();
    }

    @Test
    void limitsAboveTheHostAreTheHosts() throws IOException {
        write("a/memory.limit_in_bytes", "9223372036854771712");
        write("a/memory.usage_in_bytes", "1024");
        var memory = Figures.table(new MeminfoView(figures).text());
        assertEquals(8388608, memory.get("MemTotal"));
        assertEquals(8388607, memory.get("MemFree"));
        assertEquals(65536, memory.get("SwapTotal"));
    }

    @Test
    void quotaLeavesAsManyProcessorsAsItFills() throws IOException {
        write("a/cpu.cfs_period_us", "100000");
        write("a/cpu.cfs_quota_us", "250000");
        assertEquals("0-2\n", new OnlineView(figures).text());
        write("a/cpu.cfs_quota_us", "-1");
        assertEquals("0-3\n", new OnlineView(figures).text());
        write("b/cpu.max", "5000 100000");
        assertEquals("0\n", new OnlineView(figures).text());
    }

    @Test
    void loadIsTheTimeThatWasUsed() throws IOException {
        write("a/cpu.stat", "usage_usec 200000000\nuser_usec 200000000\nsystem_usec 0");
        write("a/pids.current", "7");
        String[] words = new LoadavgView(figures).text().strip().split(" ");
        // Two processors for 100 seconds: 1 - exp(-100/60) and so on of a load of 2.
        assertEquals(1.62, Double.parseDouble(words[0]), 0.02);
        assertEquals(0.57, Double.parseDouble(words[1]), 0.02);
        assertEquals(0.21, Double.parseDouble(words[2]), 0.02);
        assertEquals("1/7", words[3]);
    }

    @Test
    void hostWithoutSwapHasNoAreas() throws IOException {
        write("host/proc/meminfo", "MemTotal:  8388608 kB\nSwapTotal:  0 kB");
        assertEquals(1, new SwapsView(figures).text().lines().count());
    }

    @Test
    void lengthOfAPaddedTextSeldomChanges() {
        assertEquals("a b   \n", new Padded(() -> "a b\n", 7).text());
        assertEquals("abcdef\n", new Padded(() -> "abcdef\n", 7).text());
        assertEquals("abcdefg      \n", new Padded(() -> "abcdefg\n", 7).text());
    }

    @Test
    void containerThatIsGoneStillHasAnAnswer() {
        assertTrue(new MeminfoView(figures).text().startsWith("MemTotal:        8388608 kB\n"));
        assertTrue(new LoadavgView(figures).text().endsWith(" 1/1 1\n"));
    }
}
