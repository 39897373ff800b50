package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.cgroup.CgroupHost.Mounted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lines of {@code /proc/self/mountinfo} as hosts have them. */
final class CgroupHostTest {
    private static final String V1 =
            """
            23 1 254:0 / / rw,relatime - ext4 /dev/root rw
            25 23 0:22 / /sys rw,nosuid - sysfs sysfs rw
            31 25 0:28 / /sys/fs/cgroup ro,nosuid shared:9 - tmpfs tmpfs ro,mode=755
            32 31 0:29 / /sys/fs/cgroup/systemd rw shared:11 - cgroup cgroup rw,xattr,name=systemd
            33 31 0:30 / /sys/fs/cgroup/cpu,cpuacct rw shared:15 - cgroup cgroup rw,cpu,cpuacct
            34 31 0:31 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
            """;

    private static CgroupHost parse(String lines) {
        return CgroupHost.parse(lines.lines().toList());
    }

    private static Mounted v1(String mountPoint, String... controllers) {
        return new Mounted.V1(Path.of(mountPoint), Set.of(controllers), Optional.empty());
    }

    @Test
    void hierarchiesAreFoundAmongOtherMounts() {
        assertEquals(
                List.of(
                        new Mounted.V1(
                                Path.of("/sys/fs/cgroup/systemd"),
                                Set.of(),
                                Optional.of("systemd")),
                        v1("/sys/fs/cgroup/cpu,cpuacct", "cpu", "cpuacct"),
                        v1("/sys/fs/cgroup/memory", "memory")),
                parse(V1).hierarchies());
    }

    @Test
    void controllersThatAreMountedTogetherAreFoundByEither() {
        CgroupHost host = parse(V1);
        assertEquals(host.with("cpu"), host.with("cpuacct"));
    }

    @Test
    void controllerThatIsNotThereIsNotFound() {
        assertEquals(Optional.empty(), parse(V1).with("pids"));
    }

    @Test
    void hostWithoutV2HasNoUnifiedHierarchy() {
        assertEquals(Optional.empty(), parse(V1).unified());
    }

    @Test
    void unifiedHierarchySaysWhichControllersItHas(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("cgroup.controllers"), "cpu memory\n");
        CgroupHost host = parse("29 25 0:27 / " + folder + " rw - cgroup2 cgroup2 rw");
        assertEquals(List.of(new Mounted.V2(folder, Set.of("cpu", "memory"))), host.hierarchies());
        assertEquals(host.unified().map(Mounted.class::cast), host.with("memory"));
    }

    @Test
    void unifiedHierarchyOfHybridHostHasNoControllers(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("cgroup.controllers"), "\n");
        CgroupHost host = parse(V1 + "41 31 0:38 / " + folder + " rw - cgroup2 cgroup2 rw");
        assertEquals(Optional.of(new Mounted.V2(folder, Set.of())), host.unified());
        assertEquals(Optional.of(v1("/sys/fs/cgroup/memory", "memory")), host.with("memory"));
    }

    @Test
    void mountPointIsReadAsProcEscapesIt() {
        CgroupHost host =
                parse("33 31 0:30 / /mnt/a\\040b\\011c\\134d rw - cgroup cgroup rw,memory");
        assertEquals(Path.of("/mnt/a b\tc\\d"), host.hierarchies().getFirst().mountPoint());
    }

    @Test
    void optionalFieldsBeforeTheHyphenArePassedOver() {
        CgroupHost host =
                parse("33 31 0:30 / /m rw shared:1 master:2 unbindable - cgroup none rw,pids");
        assertEquals(List.of(v1("/m", "pids")), host.hierarchies());
    }

    @Test
    void hierarchyThatIsMountedTwiceCountsOnce() {
        CgroupHost host =
                parse(
                        V1
                                + V1.replace("/sys/fs/cgroup", "/srv/chroot/sys/fs/cgroup")
                                + "90 1 0:30 / /srv/other rw - cgroup cgroup rw,cpuacct,cpu");
        assertEquals(parse(V1), host);
    }
}
