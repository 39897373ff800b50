package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.LimitsView;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Optional;

/** What programs in a container take its size for. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class LimitViewsTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
        probe.document().memoryMib(48).elements("<vcpu cpuset='1'>1</vcpu>");
    }

    @Test
    void memoryIsTheLimit() {
        String output = probe.run("grep -E '^Mem(Total|Free)' /proc/meminfo; cat /proc/swaps");
        List<String> lines = output.lines().toList();
        assertEquals("MemTotal:          49152 kB", lines.get(0));
        long free = Long.parseLong(lines.get(1).replaceAll("\\D", ""));
        assertTrue(free > 10_000 && free < 49_152, lines.get(1));
        assertTrue(lines.get(2).startsWith("Filename"), output);
    }

    @Test
    void processorsAreTheContainers() {
        String output =
                probe.run(
                        "grep ^processor /proc/cpuinfo; cat /sys/devices/system/cpu/online;"
                                + " grep -c '^cpu[0-9]' /proc/stat");
        assertEquals("processor\t: 0\n0\n1", output);
    }

    @Test
    void timeBeginsWithTheContainer() {
        String output =
                probe.run("cat /proc/uptime /proc/loadavg; grep btime /proc/stat; date +%s");
        List<String> lines = output.lines().map(String::strip).toList();
        double uptime = Double.parseDouble(lines.get(0).split(" ")[0]);
        assertTrue(uptime < 60, output);
        assertTrue(
                lines.get(1).matches("\\d+\\.\\d\\d \\d+\\.\\d\\d \\d+\\.\\d\\d 1/\\d+ 1"), output);
        long age = Long.parseLong(lines.get(3)) - Long.parseLong(lines.get(2).split(" ")[1]);
        assertTrue(age >= 0 && age < 60, output);
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void filesBelongToTheContainersRoot() {
        probe.document().idMap(100000, 65536);
        assertEquals(
                "0 0 444\nMemTotal:          49152 kB",
                probe.run("stat -c '%u %g %a' /proc/meminfo; head -n 1 /proc/meminfo"));
    }

    @Test
    void driverKnowsWhoTellsThem() {
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.createDomain(
                            sandbox.document(sandbox.busyboxRoot())
                                    .init("/bin/sleep", "1000")
                                    .document());
            assertEquals(Optional.of(LimitsView.HELPER), domain.info().limitsView());
        }
    }

    @Test
    void nobodyWritesThem() {
        String output = probe.run("echo x >/proc/meminfo; cat /proc/meminfo >/dev/null && echo ok");
        assertTrue(output.contains("Read-only file system") || output.contains("denied"), output);
        assertTrue(output.endsWith("ok"), output);
    }

    @Test
    void manyReadersGetTheirAnswers() {
        String output =
                probe.run(
                        "i=0; while [ $i -lt 20 ]; do cat /proc/meminfo /proc/stat >/out/$i & "
                                + "i=$((i + 1)); done; wait; cat /out/[0-9]* | grep -c MemTotal");
        assertEquals("20", output);
    }

    @Test
    void filesystemThatIsUnmountedInsideDoesNotKeepTheHelperBusy() {
        assertEquals(
                "gone",
                probe.run(
                        "for file in meminfo cpuinfo stat uptime loadavg swaps; do"
                                + " umount /proc/$file; done;"
                                + " umount /sys/devices/system/cpu/online; echo gone"));
    }
}
