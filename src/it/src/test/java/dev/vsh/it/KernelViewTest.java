package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the kernel a container sees and what it may do to it: /proc, /sys, /dev, mounts, devices. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class KernelViewTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    /** Mount point to options, the uppermost mount of each. */
    private Map<String, Set<String>> mounts() {
        return probe.run("cat /proc/self/mounts")
                .lines()
                .map(line -> line.split(" "))
                .collect(
                        Collectors.toMap(
                                fields -> fields[1],
                                fields -> Set.of(fields[3].split(",")),
                                (_, upper) -> upper));
    }

    @Test
    void whatReachesTheWholeMachineIsReadOnly() {
        Map<String, Set<String>> mounts = mounts();
        List<String> points =
                List.of(
                        "/sys",
                        "/proc/sys",
                        "/proc/bus",
                        "/proc/fs",
                        "/proc/irq",
                        "/proc/sysrq-trigger");
        // Which of them there are depends on how the kernel was built.
        for (String point : points.stream().filter(each -> Files.exists(Path.of(each))).toList()) {
            assertTrue(
                    mounts.getOrDefault(point, Set.of()).contains("ro"), point + " in " + mounts);
        }
        assertTrue(
                mounts.getOrDefault("/proc", Set.of())
                        .containsAll(Set.of("rw", "nosuid", "nodev", "noexec")));
    }

    @Test
    void nothingOfTheHostIsMounted() {
        String sources = probe.run("cut -d' ' -f2 /proc/self/mounts");
        List<String> allowed = List.of("/proc", "/sys", "/dev");
        assertEquals(
                List.of("/"),
                sources.lines()
                        .filter(
                                point ->
                                        allowed.stream()
                                                .noneMatch(
                                                        each ->
                                                                point.equals(each)
                                                                        || point.startsWith(
                                                                                each + "/")))
                        .toList());
    }

    @Test
    void kernelSettingsCannotBeChanged() {
        String refusals =
                probe.run(
                        """
                        for file in /proc/sys/kernel/core_pattern /proc/sys/vm/drop_caches /proc/sysrq-trigger \\
                            /sys/power/state; do
                            echo 1 2>/dev/null >$file && echo "$file can be written"
                        done
                        """);
        assertEquals("", refusals);
    }

    @Test
    void ownNetworkCanBeSetUp() {
        assertEquals("1", probe.run("f=/proc/sys/net/ipv4/ip_forward; echo 1 >$f; cat $f"));
    }

    @Test
    void memoryAndKeysOfTheKernelAreMasked() {
        String seen =
                probe.run(
                        """
                        for file in interrupts kcore keys latency_stats timer_list timer_stats sched_debug; do
                            [ ! -e /proc/$file ] || [ "$(wc -c </proc/$file)" = 0 ] || echo $file
                        done
                        for folder in acpi asound scsi; do
                            [ ! -d /proc/$folder ] || ls /proc/$folder
                        done
                        [ ! -d /sys/firmware ] || ls /sys/firmware
                        """);
        assertEquals("", seen);
    }

    @Test
    void devHoldsLibvirtsNodesAndNothingElse() {
        probe.document().consoles(2);
        assertEquals(
                Set.of(
                        "null", "zero", "full", "random", "urandom", "tty", "ptmx", "fd", "stdin",
                        "stdout", "stderr", "pts", "shm", "mqueue", "console", "tty1", "tty2"),
                Set.of(probe.run("ls /dev").split("\\s+")));
    }

    @Test
    void devicesWork() {
        assertEquals(
                "8\n0\n4",
                probe.run(
                        """
                        head -c 8 /dev/urandom | wc -c
                        echo nothing >/dev/null; cat /dev/null | wc -c
                        head -c 4 /dev/zero | wc -c
                        """));
    }

    @Test
    void newTerminalsAreTheContainersOwn() {
        // script(1) is not in busybox; a new pty shows as the next number in the private devpts.
        assertEquals("0 1 ptmx", probe.run("exec 5<>/dev/ptmx; echo $(ls /dev/pts)"));
    }

    @Test
    void nodesCannotBeMadeWithoutTheCapability() {
        assertTrue(probe.run("mknod /tmp/sda b 8 0").contains("Operation not permitted"));
    }

    @Test
    void devicesBeyondTheListAreRefusedEvenWithTheCapability() {
        probe.document()
                .features("<capabilities policy='default'><mknod state='on'/></capabilities>");
        String refusals =
                probe.run(
                        """
                        mknod /tmp/null c 1 3 && echo allowed
                        mknod /tmp/mem c 1 1
                        mknod /tmp/vda b 254 0
                        mknod /tmp/kmsg c 1 11
                        """);
        assertEquals(
                3,
                refusals.lines().filter(line -> line.contains("Operation not permitted")).count(),
                refusals);
        assertTrue(refusals.startsWith("allowed"), refusals);
    }

    @Test
    void nodesThatAreThereAlreadyCannotBeOpened() {
        HostCommand.run("mknod", probe.root().path("/tmp/mem").toString(), "c", "1", "1");
        assertTrue(probe.run("head -c 1 /tmp/mem").contains("Operation not permitted"));
    }

    @Test
    void cgroupLimitsAreOutOfReach() {
        String limits =
                probe.run(
                        "find /sys/fs/cgroup -name memory.limit_in_bytes -o -name memory.max | head"
                                + " -n 1 | xargs cat");
        assertTrue(
                !limits.equals(Integer.toString(64 << 20)),
                "the limit itself is visible: " + limits);
    }
}
