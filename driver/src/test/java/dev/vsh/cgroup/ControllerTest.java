package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.domain.ByteSize;
import dev.vsh.domain.NumberSet;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.CgroupPlan.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The same limits in the words of both versions. */
final class ControllerTest {
    private static final Set<String> V2 = Set.of("cpu", "cpuset", "io", "memory", "pids");

    @TempDir Path folder;

    private static Limits limits() {
        return new Limits(
                new Limits.Memory(
                        new ByteSize(1000),
                        Optional.of(new ByteSize(500)),
                        Optional.of(new ByteSize(1500))),
                new Limits.Cpu(Optional.of(200L), Optional.of(50_000L), Optional.of(25_000L)),
                new Limits.Cpuset(
                        Optional.of(NumberSet.parse("0-3,^1")), Optional.of(NumberSet.parse("0"))),
                new Limits.Io(
                        Optional.of(300),
                        List.of(
                                new Limits.IoDevice(
                                        "/dev/vda",
                                        254,
                                        0,
                                        Optional.of(400),
                                        Optional.of(1L),
                                        Optional.of(2L),
                                        Optional.of(3L),
                                        Optional.of(0L)))),
                Optional.of(99L),
                List.of());
    }

    private List<String> lines(Mounted hierarchy) {
        Hierarchy plan =
                new CgroupPlanner(new CgroupHost(List.of(hierarchy)))
                        .plan(CgroupPath.of("/machine", "7", "web"), limits())
                        .hierarchies()
                        .getFirst();
        return plan.settings().stream().map(ControllerTest::line).toList();
    }

    private static String line(Setting setting) {
        return setting.file() + " = " + setting.value();
    }

    private Mounted v1(String... controllers) {
        return new Mounted.V1(folder, Set.of(controllers), Optional.empty());
    }

    @Test
    void memoryOnV1IsLimitedBeforeTheSum() {
        assertEquals(
                List.of(
                        "memory.limit_in_bytes = 1000",
                        "memory.soft_limit_in_bytes = 500",
                        "memory.memsw.limit_in_bytes = 1500"),
                lines(v1("memory")));
    }

    @Test
    void periodOnV1ComesBeforeTheQuota() {
        assertEquals(
                List.of(
                        "cpu.shares = 200",
                        "cpu.cfs_period_us = 50000",
                        "cpu.cfs_quota_us = 25000"),
                lines(v1("cpu")));
    }

    @Test
    void cpusetOnV1ReplacesWhatIsInherited() {
        assertEquals(List.of("cpuset.cpus = 0,2-3", "cpuset.mems = 0"), lines(v1("cpuset")));
    }

    @Test
    void processesAreLimitedOnV1() {
        assertEquals(List.of("pids.max = 99"), lines(v1("pids")));
    }

    @Test
    void weightOnV1IsThatOfTheSchedulerWhichTheKernelHas() throws IOException {
        List<String> throttles =
                List.of(
                        "blkio.throttle.read_iops_device = 254:0 1",
                        "blkio.throttle.write_iops_device = 254:0 2",
                        "blkio.throttle.read_bps_device = 254:0 3",
                        "blkio.throttle.write_bps_device = 254:0 0");
        List<String> cfq = lines(v1("blkio"));
        assertEquals(
                List.of("blkio.weight = 300", "blkio.weight_device = 254:0 400"),
                cfq.subList(0, 2));
        assertEquals(throttles, cfq.subList(2, 6));
        Files.createFile(folder.resolve("blkio.bfq.io_service_bytes"));
        List<String> bfq = lines(v1("blkio"));
        assertEquals(
                List.of("blkio.bfq.weight = 300", "blkio.bfq.weight_device = 254:0 400"),
                bfq.subList(0, 2));
        assertEquals(throttles, bfq.subList(2, 6));
    }

    @Test
    void everythingOnV2() throws IOException {
        Files.createFile(folder.resolve("io.cost.qos"));
        assertEquals(
                List.of(
                        "memory.max = 1000",
                        "memory.high = 500",
                        "memory.swap.max = 500",
                        "cpu.weight = 200",
                        "cpu.max = 25000 50000",
                        "cpuset.cpus = 0,2-3",
                        "cpuset.mems = 0",
                        "io.weight = default 300",
                        "io.weight = 254:0 400",
                        "io.max = 254:0 rbps=3 wbps=max riops=1 wiops=2",
                        "pids.max = 99",
                        "cgroup.subtree_control = +cpu +cpuset +io +memory +pids"),
                lines(new Mounted.V2(folder, V2)));
    }

    @Test
    void weightOnV2WithoutACostModelIsThatOfTheScheduler() {
        List<String> lines = lines(new Mounted.V2(folder, Set.of("io")));
        assertEquals("io.bfq.weight = default 300", lines.getFirst());
    }

    @Test
    void controllersThatAreNotThereAreNamed() {
        CgroupPlanner planner = new CgroupPlanner(new CgroupHost(List.of(v1("memory", "pids"))));
        assertEquals(List.of("cpu", "cpuset", "blkio"), planner.missing(limits()));
        CgroupPlanner unified =
                new CgroupPlanner(new CgroupHost(List.of(new Mounted.V2(folder, V2))));
        assertEquals(List.of(), unified.missing(limits()));
    }

    @Test
    void partitionOfTheUsersOwnHasToBeThere() throws IOException {
        CgroupPlanner planner = new CgroupPlanner(new CgroupHost(List.of(v1("memory"))));
        CgroupPath path = CgroupPath.of("/a/b", "7", "web");
        Path group = folder.resolve("a.partition/b.partition");
        assertEquals(List.of(group), planner.missing(path));
        Files.createDirectories(group);
        assertEquals(List.of(), planner.missing(path));
        assertEquals(List.of(), planner.missing(CgroupPath.of("/machine", "7", "web")));
    }
}
