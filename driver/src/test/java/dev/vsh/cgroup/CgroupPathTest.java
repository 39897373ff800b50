package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/** libvirt's names, of a host without machined. */
final class CgroupPathTest {
    private static CgroupPath path(String partition) {
        return CgroupPath.of(partition, "7", "web");
    }

    @Test
    void defaultPartitionHasNoSuffix() {
        CgroupPath path = path("/machine");
        assertEquals(List.of("machine"), path.parents());
        assertEquals("machine/lxc-7-web.libvirt-lxc", path.group());
    }

    @Test
    void partitionOfTheUsersOwnHasASuffixAtEveryLevel() {
        assertEquals(List.of("a.partition", "a.partition/b.partition"), path("/a/b").parents());
    }

    @Test
    void partitionBelowAFixedOneHasASuffixThereOnly() {
        assertEquals(List.of("machine", "machine/web.partition"), path("/machine/web").parents());
    }

    @Test
    void partitionWithASuffixOfItsOwnKeepsIt() {
        assertEquals(List.of("web.slice"), path("/web.slice").parents());
    }

    @ParameterizedTest
    @CsvSource({"/, lxc-7-web.libvirt-lxc", "//a/, a.partition/lxc-7-web.libvirt-lxc"})
    void slashesAloneAreNoPartition(String partition, String group) {
        assertEquals(group, path(partition).group());
    }

    @Test
    void partitionCannotLeadOutOfTheHierarchy() {
        Path group = Path.of("/sys/fs/cgroup", path("/../../etc").group()).normalize();
        assertTrue(group.startsWith("/sys/fs/cgroup"), group.toString());
    }

    @ParameterizedTest
    @CsvSource({"web, web", "'my web/site', mywebsite", "a_b.c, abc", "größe, gre"})
    void nameIsFiltered(String name, String filtered) {
        assertEquals("lxc-7-" + filtered, CgroupPath.of("/machine", "7", name).machine());
    }

    @Test
    void nameIsCutToSixtyFourCharacters() {
        String machine = CgroupPath.of("/machine", "12345", "x".repeat(100)).machine();
        assertEquals(64, machine.length());
        assertTrue(machine.startsWith("lxc-12345-x"));
    }
}
