package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.cgroup.Limits;
import dev.vsh.domain.ByteSize;
import dev.vsh.driver.DriverException;
import dev.vsh.plan.MemoryPolicyPlan;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** On a host with four processors, two memory nodes and cgroup v2. */
final class LimitsPlannerTest {
    private static final Definitions DEFINITIONS = new Definitions();

    @TempDir Path root;

    @BeforeEach
    void describeHost() throws IOException {
        write("sys/devices/system/cpu/online", "0-3");
        write("sys/devices/system/node/online", "0-1");
        write("dev/file", "");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text + "\n");
    }

    private LimitsPlanner planner() {
        Mounted unified = new Mounted.V2(root, Set.of("memory", "cpu", "pids"));
        return new LimitsPlanner(new CgroupHost(List.of(unified)), root);
    }

    private Limits limits(String elements) {
        return planner().limits(DEFINITIONS.with(elements, ""), List.of());
    }

    private Optional<MemoryPolicyPlan> policy(String elements) {
        return planner().memoryPolicy(DEFINITIONS.with(elements, ""));
    }

    @Test
    void currentMemoryIsTheLimitInForce() {
        assertEquals(ByteSize.ofKibibytes(512_000), limits("").memory().limit());
        String current = "<currentMemory unit='MiB'>100</currentMemory>";
        assertEquals(ByteSize.ofKibibytes(102_400), limits(current).memory().limit());
        String hard = current + "<memtune><hard_limit unit='MiB'>700</hard_limit></memtune>";
        assertEquals(ByteSize.ofKibibytes(716_800), limits(hard).memory().limit());
    }

    @Test
    void processesHaveALimitUnlessTheDocumentSaysOtherwise() {
        assertEquals(Optional.of(LimitsPlanner.STANDARD_PROCESSES), limits("").processes());
        assertEquals(Optional.of(7L), limits(pids("7")).processes());
        assertEquals(Optional.empty(), limits(pids("max")).processes());
    }

    private static String pids(String max) {
        return "<container xmlns='http://vsh.dev/schemas/domain/1.0'><pids max='%s'/></container>"
                .formatted(max);
    }

    @Test
    void processorsAreWrittenAsTheKernelLikesThem() {
        assertEquals(
                "0,2-3",
                limits("<vcpu cpuset='0-3,^1'>1</vcpu>").cpuset().cpus().orElseThrow().toString());
    }

    @Test
    void strictNodesAreKeptToAndPreferredOnesAreNot() {
        String numatune = "<numatune><memory mode='%s' nodeset='1'/></numatune>";
        Limits strict = limits(numatune.formatted("strict"));
        assertEquals("1", strict.cpuset().mems().orElseThrow().toString());
        assertEquals(Optional.empty(), policy(numatune.formatted("strict")));
        assertEquals(Optional.empty(), limits(numatune.formatted("preferred")).cpuset().mems());
        assertEquals(
                Optional.of(new MemoryPolicyPlan(MemoryPolicyPlan.Mode.PREFERRED, 0b10)),
                policy(numatune.formatted("preferred")));
        assertEquals(
                Optional.of(new MemoryPolicyPlan(MemoryPolicyPlan.Mode.INTERLEAVE, 0b10)),
                policy(numatune.formatted("interleave")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<vcpu cpuset='2-5'>1</vcpu> | cpuset of <vcpu> '2-5' names processors that this"
                        + " host does not have: 4-5; it has 0-3",
                "<vcpu cpuset='1,^1'>1</vcpu> | cpuset of <vcpu> '1,^1' names no processors",
                "<vcpu cpuset='3-1'>1</vcpu> | cpuset of <vcpu> '3-1': range '3-1' runs backwards",
                "<numatune><memory nodeset='0-2'/></numatune> | nodeset of <numatune> '0-2' names"
                        + " memory nodes that this host does not have: 2; it has 0-1",
                "<cputune><shares>10001</shares></cputune> | <shares> of 10001: with cgroup v2 they"
                        + " are a weight from 1 to 10000, and 100 is everybody's default",
                "<memtune><swap_hard_limit unit='MiB'>400</swap_hard_limit></memtune> |"
                        + " <swap_hard_limit> counts memory and swap together: its 409600 KiB are"
                        + " less than the 512000 KiB of memory",
                "<blkiotune><device><path>/dev/file</path></device></blkiotune> | <blkiotune>:"
                        + " '/dev/file' is no block device of this host",
                "<blkiotune><device><path>/dev/none</path></device></blkiotune> | <blkiotune>:"
                        + " '/dev/none' is no block device of this host"
            })
    void valuesBeyondTheHostAreRefused(String element, String message) {
        DriverException refusal = assertThrows(DriverException.class, () -> limits(element));
        assertEquals(List.of(message), refusal.details());
    }

    @Test
    void onlyOneNodeCanBePreferred() {
        DriverException refusal =
                assertThrows(
                        DriverException.class,
                        () ->
                                policy(
                                        "<numatune><memory mode='preferred' nodeset='0-1'/>"
                                                + "</numatune>"));
        assertEquals(
                List.of("nodeset of <numatune> '0-1': mode 'preferred' is about one node"),
                refusal.details());
    }

    @Test
    void numberOfADeviceIsTakenApart() {
        assertEquals(new DeviceNumber(254, 3), DeviceNumber.of(0xfe03));
        assertEquals(new DeviceNumber(259, 0x12345), DeviceNumber.of(0x12310345L));
    }
}
