package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.CgroupFiles;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tuning elements: the values that the kernel is told, and what they do to the container. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class LimitsTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    @Requires(Need.CGROUP_V1)
    void everyLimitIsInItsFile() {
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot())
                        .init("/bin/sleep", "1000")
                        .elements(
                                """
                                <currentMemory unit='MiB'>48</currentMemory>
                                <memtune>
                                  <soft_limit unit='MiB'>32</soft_limit>
                                  <swap_hard_limit unit='MiB'>80</swap_hard_limit>
                                </memtune>
                                <vcpu cpuset='0'>1</vcpu>
                                <cputune>
                                  <shares>512</shares><period>50000</period><quota>25000</quota>
                                </cputune>
                                <numatune><memory mode='interleave' nodeset='0'/></numatune>
                                <blkiotune><weight>300</weight></blkiotune>
                                <vsh:container><vsh:pids max='99'/></vsh:container>
                                """);
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(document.document());
            CgroupFiles files = CgroupFiles.of(domain);
            assertEquals("50331648", files.read("memory", "memory.limit_in_bytes"));
            assertEquals("33554432", files.read("memory", "memory.soft_limit_in_bytes"));
            assertEquals("83886080", files.read("memory", "memory.memsw.limit_in_bytes"));
            assertEquals("512", files.read("cpu", "cpu.shares"));
            assertEquals("50000", files.read("cpu", "cpu.cfs_period_us"));
            assertEquals("25000", files.read("cpu", "cpu.cfs_quota_us"));
            assertEquals("0", files.read("cpuset", "cpuset.cpus"));
            assertEquals("0", files.read("cpuset", "cpuset.mems"));
            assertEquals("300", files.read("blkio", "blkio.bfq.weight"));
            assertEquals("99", files.read("pids", "pids.max"));
        }
    }

    @Test
    @Requires(Need.CGROUP_V1)
    void memoryLimitAboveTheMaximumIsPossible() {
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot())
                        .init("/bin/sleep", "1000")
                        .elements("<memtune><hard_limit unit='MiB'>96</hard_limit></memtune>");
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(document.document());
            String limit = CgroupFiles.of(domain).read("memory", "memory.limit_in_bytes");
            assertEquals("100663296", limit);
        }
    }

    @Test
    void containerStaysOnItsProcessors() {
        Probe probe = Probe.in(sandbox);
        probe.document().elements("<vcpu cpuset='1'>1</vcpu>");
        assertEquals(
                "1\nCpus_allowed_list:\t1",
                probe.run("nproc; grep Cpus_allowed_list /proc/self/status"));
    }

    @Test
    void memoryPolicyIsInherited() {
        Probe probe = Probe.in(sandbox);
        probe.document().elements("<numatune><memory mode='interleave' nodeset='0'/></numatune>");
        String maps = probe.run("head -n 1 /proc/self/numa_maps");
        assertTrue(maps.contains(" interleave:0 "), maps);
    }

    @Test
    void forkBombStopsAtItsLimit() {
        Probe probe = Probe.in(sandbox);
        probe.document().elements("<vsh:container><vsh:pids max='20'/></vsh:container>");
        String output =
                probe.run(
                        "i=0; while [ $i -lt 30 ]; do sleep 100 & i=$((i + 1)); done;"
                                + " echo started $i");
        assertTrue(output.contains("can't fork"), output);
    }

    @Test
    void containerWithoutAWordAboutItHasALimitOfProcesses() {
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.createDomain(
                            sandbox.document(sandbox.busyboxRoot())
                                    .init("/bin/sleep", "1000")
                                    .document());
            assertEquals("16384", CgroupFiles.of(domain).read("pids", "pids.max"));
        }
    }

    @Test
    void partitionThatIsNotThereIsNamedWithTheCommandThatMakesIt() {
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot())
                        .elements("<resource><partition>/vsh-it/inner</partition></resource>");
        try (Connection connection = sandbox.connect()) {
            DriverException refusal =
                    assertThrows(
                            DriverException.class,
                            () -> connection.createDomain(document.document()));
            String message = refusal.details().getFirst();
            String start =
                    "partition '/vsh-it/inner' of <resource> does not exist: mkdir -p"
                            + " /sys/fs/cgroup/";
            assertTrue(message.startsWith(start), message);
            assertTrue(message.contains("/vsh-it.partition/inner.partition"), message);
        }
    }

    @Test
    void nestedPartitionOfTheUsersOwnIsUsedAndLeftAlone() {
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot())
                        .init("/bin/sleep", "1000")
                        .elements("<resource><partition>/vsh-it/inner</partition></resource>");
        try (CgroupFiles.Partition partition =
                        CgroupFiles.partition("vsh-it.partition/inner.partition");
                Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(document.document());
            String group = CgroupFiles.of(domain).group("memory").toString();
            assertTrue(group.contains("/vsh-it.partition/inner.partition/lxc-"), group);
            domain.destroy();
            assertTrue(partition.isThere());
        }
    }
}
