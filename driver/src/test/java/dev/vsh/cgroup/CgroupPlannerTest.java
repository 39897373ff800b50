package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.domain.ByteSize;
import dev.vsh.plan.CgroupPlan.DeviceControl;
import dev.vsh.plan.CgroupPlan.Group;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.CgroupPlan.Setting;
import dev.vsh.plan.CgroupPlan.View;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class CgroupPlannerTest {
    private static final Limits LIMITS =
            new Limits(
                    new Limits.Memory(new ByteSize(512_000), Optional.empty(), Optional.empty()),
                    Limits.Cpu.NONE,
                    Limits.Cpuset.NONE,
                    Limits.Io.NONE,
                    Optional.empty(),
                    List.of());

    @TempDir Path folder;

    private static List<Hierarchy> plan(String partition, Mounted... hierarchies) {
        return new CgroupPlanner(new CgroupHost(List.of(hierarchies)))
                .plan(CgroupPath.of(partition, "7", "web"), LIMITS)
                .hierarchies();
    }

    private Mounted v1(String... controllers) {
        return new Mounted.V1(
                folder.resolve(String.join(",", controllers)),
                Set.of(controllers),
                Optional.empty());
    }

    private Mounted v2(String... controllers) {
        return new Mounted.V2(folder, Set.of(controllers));
    }

    private static List<String> lines(List<Setting> settings) {
        return settings.stream().map(each -> each.file() + " = " + each.value()).toList();
    }

    @Test
    void memoryIsLimitedOnV1() {
        Hierarchy hierarchy = plan("/machine", v1("memory")).getFirst();
        assertEquals(List.of("memory.limit_in_bytes = 512000"), lines(hierarchy.settings()));
    }

    @Test
    void memoryIsLimitedOnV2() {
        Hierarchy hierarchy = plan("/machine", v2("memory")).getFirst();
        assertTrue(lines(hierarchy.settings()).contains("memory.max = 512000"));
    }

    @Test
    void allDevicesAreDeniedBeforeSomeAreAllowed() {
        List<String> lines = lines(plan("/machine", v1("devices")).getFirst().settings());
        assertEquals("devices.deny = a", lines.getFirst());
        assertEquals("devices.allow = c 1:3 rwm", lines.get(1));
        assertEquals("devices.allow = c 136:* rwm", lines.getLast());
        assertEquals(1 + DeviceRule.DEFAULT.size(), lines.size());
    }

    @Test
    void devicesAreFilteredOnV2() {
        assertInstanceOf(
                DeviceControl.Filter.class, plan("/machine", v2("memory")).getFirst().devices());
    }

    @Test
    void devicesAreNotFilteredTwiceOnAHybridHost() {
        List<Hierarchy> plan = plan("/machine", v1("devices"), v2());
        assertInstanceOf(DeviceControl.Lines.class, plan.getFirst().devices());
        assertInstanceOf(DeviceControl.None.class, plan.getLast().devices());
    }

    @Test
    void controllersAreEnabledFromTheRootDownToTheContainer() {
        Hierarchy hierarchy = plan("/machine", v2("memory", "pids", "misc")).getFirst();
        List<String> enabled = List.of("cgroup.subtree_control = +memory +pids");
        assertEquals(
                List.of("", "machine"), hierarchy.parents().stream().map(Group::path).toList());
        hierarchy.parents().forEach(parent -> assertEquals(enabled, lines(parent.settings())));
        assertTrue(lines(hierarchy.settings()).containsAll(enabled));
    }

    @Test
    void rootOfTheHierarchyIsNeverMade() {
        assertFalse(plan("/machine", v2("memory")).getFirst().parents().getFirst().made());
    }

    @Test
    void defaultPartitionIsMadeAndOthersHaveToExist() {
        assertTrue(plan("/machine", v1("memory")).getFirst().parents().getFirst().made());
        assertFalse(plan("/own", v1("memory")).getFirst().parents().getFirst().made());
    }

    @Test
    void nestedPartitionIsEnteredLevelByLevel() {
        Hierarchy hierarchy = plan("/a/b", v1("memory")).getFirst();
        assertEquals(
                List.of("a.partition", "a.partition/b.partition"),
                hierarchy.parents().stream().map(Group::path).toList());
        assertEquals("a.partition/b.partition/lxc-7-web.libvirt-lxc", hierarchy.group());
    }

    @Test
    void processorsAreInheritedFromTheRootWhereThePartitionHasNone() throws IOException {
        write("cpuset/cpuset.cpus", "0-3");
        write("cpuset/cpuset.mems", "0");
        write("cpuset/machine/cpuset.cpus", "");
        Hierarchy hierarchy = plan("/machine", v1("cpuset")).getFirst();
        List<String> expected = List.of("cpuset.cpus = 0-3", "cpuset.mems = 0");
        assertEquals(expected, lines(hierarchy.parents().getFirst().settings()));
        assertEquals(expected, lines(hierarchy.settings()));
        assertEquals(expected, lines(hierarchy.delegatedSettings()));
    }

    @Test
    void processorsAreInheritedFromTheInnermostPartitionThatHasSome() throws IOException {
        write("cpuset/cpuset.cpus", "0-3");
        write("cpuset/a.partition/cpuset.cpus", "0-1");
        write("cpuset/a.partition/b.partition/cpuset.cpus", "1");
        Hierarchy hierarchy = plan("/a/b", v1("cpuset")).getFirst();
        assertTrue(lines(hierarchy.settings()).contains("cpuset.cpus = 1"));
    }

    @Test
    void partitionsOfTheUsersOwnKeepTheProcessorsThatTheyHave() throws IOException {
        write("cpuset/cpuset.cpus", "0-3");
        write("cpuset/a.partition/cpuset.cpus", "0-1");
        write("cpuset/a.partition/b.partition/cpuset.cpus", "1");
        for (String file : List.of("a.partition", "a.partition/b.partition")) {
            write("cpuset/" + file + "/cpuset.mems", "0");
        }
        Hierarchy hierarchy = plan("/a/b", v1("cpuset")).getFirst();
        hierarchy.parents().forEach(parent -> assertEquals(List.of(), parent.settings()));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text + "\n");
    }

    @Test
    void containerSeesHierarchiesUnderTheHostsNames() {
        List<Hierarchy> plan = plan("/machine", v1("cpu", "cpuacct"), v2());
        assertEquals(new View.V1("cpu,cpuacct", List.of("cpu", "cpuacct")), plan.getFirst().view());
        assertEquals(new View.V2(folder.getFileName().toString()), plan.getLast().view());
    }

    @Test
    void loneUnifiedHierarchyIsMountedAtTheTop() {
        assertEquals(new View.V2(""), plan("/machine", v2("memory")).getFirst().view());
    }

    @Test
    void namedHierarchyIsMountedByItsName() {
        Mounted systemd =
                new Mounted.V1(folder.resolve("systemd"), Set.of(), Optional.of("systemd"));
        assertEquals(
                new View.V1("systemd", List.of("name=systemd")),
                plan("/machine", systemd).getFirst().view());
    }
}
