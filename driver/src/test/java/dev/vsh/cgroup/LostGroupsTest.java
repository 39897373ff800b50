package dev.vsh.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.plan.CgroupPlan;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class LostGroupsTest {
    private static final String OURS = "/run/vsh/lxc";

    @TempDir Path folder;

    private LostGroups groups;

    @BeforeEach
    void mount() throws IOException {
        groups =
                new LostGroups(
                        new CgroupHost(
                                List.of(
                                        new CgroupHost.Mounted.V1(
                                                hierarchy("cpu"), Set.of("cpu"), Optional.empty()),
                                        new CgroupHost.Mounted.V2(
                                                hierarchy("unified"), Set.of("memory")))),
                        Files.createDirectories(folder.resolve("proc/12")).getParent());
    }

    private Path hierarchy(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private void group(String path, String owner) throws IOException {
        Path group = Files.createDirectories(folder.resolve(path));
        if (!owner.isEmpty()) {
            Files.getFileAttributeView(group, UserDefinedFileAttributeView.class)
                    .write(
                            CgroupPlan.OWNER_ATTRIBUTE.substring(5),
                            StandardCharsets.UTF_8.encode(owner));
        }
    }

    @Test
    void groupsOfTheDeadThatAreOursAreFoundOnceEach() throws IOException {
        group("cpu/machine/lxc-7-web.libvirt-lxc", OURS);
        group("unified/machine/lxc-7-web.libvirt-lxc", OURS);
        group("unified/machine/a.partition/lxc-8-db.libvirt-lxc", OURS);
        group("cpu/lxc-9-top.libvirt-lxc", OURS);
        assertEquals(
                Set.of(
                        new CgroupPath("/machine", "lxc-7-web"),
                        new CgroupPath("/machine/a.partition", "lxc-8-db"),
                        new CgroupPath("/", "lxc-9-top")),
                groups.of(OURS));
    }

    @Test
    void othersGroupsAreLeftAlone() throws IOException {
        group("cpu/machine/lxc-12-living.libvirt-lxc", OURS);
        group("cpu/machine/lxc-7-unmarked.libvirt-lxc", "");
        group("cpu/machine/lxc-7-theirs.libvirt-lxc", "/elsewhere");
        group("cpu/machine/qemu-7-vm.libvirt-qemu", OURS);
        group("cpu/user.slice/lxc-7-web.libvirt-lxc", OURS);
        assertEquals(Set.of(), groups.of(OURS));
    }

    @Test
    void pathLeadsToTheGroupThatWasFound() throws IOException {
        String path = "machine/a.partition/lxc-8-db.libvirt-lxc";
        group("cpu/" + path, OURS);
        assertEquals(List.of(path), groups.of(OURS).stream().map(CgroupPath::group).toList());
    }
}
