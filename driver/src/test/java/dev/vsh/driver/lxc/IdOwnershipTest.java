package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.Filesystem;
import dev.vsh.domain.IdMap;
import dev.vsh.linux.MountInfo;
import dev.vsh.plan.FilesystemType;
import dev.vsh.plan.HostTree.IdMapping;
import dev.vsh.plan.HostTree.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decision 0005, with the one owner that a test without root can have: whoever runs it. */
final class IdOwnershipTest {
    private static final Definitions DEFINITIONS = new Definitions();

    @TempDir private Path folder;

    private static Filesystem filesystem(String attributes) {
        String element =
                "<filesystem %s><source dir='/a'/><target dir='/b'/></filesystem>"
                        .formatted(attributes);
        return DEFINITIONS.with("", element).devices().filesystems().getFirst();
    }

    private long owner() throws IOException {
        return ((Number) Files.getAttribute(folder, "unix:uid")).longValue();
    }

    private static IdMap map(long start, long target) {
        List<IdMap.Range> ranges = List.of(new IdMap.Range(start, target, 10));
        return new IdMap(ranges, ranges);
    }

    private Optional<IdMapping> decide(IdMap map, String attributes, String... mounts) {
        return new IdOwnership(map, MountInfo.parse(List.of(mounts)))
                .of(filesystem(attributes), new Origin.Existing(folder.toString(), true));
    }

    @Test
    void folderOfAnIdOfTheContainerIsMapped() throws IOException {
        assertTrue(decide(map(owner(), 4_000_000), "").isPresent());
    }

    @Test
    void folderOfATargetIsLeftAsItIs() throws IOException {
        assertTrue(decide(map(owner(), owner()), "").isEmpty());
    }

    @Test
    void folderOfSomebodyElseIsLeftAsItIs() throws IOException {
        assertTrue(decide(map(owner() + 100, 4_000_000), "").isEmpty());
    }

    @Test
    void mappedIsMappedInAnyCase() throws IOException {
        assertTrue(decide(map(owner(), owner()), "accessmode='mapped'").isPresent());
    }

    @Test
    void hostsOwnRootIsLeftAsItIs() {
        IdOwnership ownership = new IdOwnership(map(0, 4_000_000), List.of());
        assertTrue(ownership.of(filesystem(""), new Origin.Existing("/", true)).isEmpty());
    }

    @Test
    void imageIsMapped() {
        IdOwnership ownership = new IdOwnership(map(0, 4_000_000), List.of());
        Origin image = new Origin.Image("/x.img", FilesystemType.EXT4);
        assertTrue(ownership.of(filesystem(""), image).isPresent());
    }

    private String refusal(String... mounts) throws IOException {
        return decide(map(owner(), 4_000_000), "", mounts).orElseThrow().refusal();
    }

    @Test
    void refusalNamesTheFilesystemAndTheWayOut() throws IOException {
        assertEquals(
                "overlay on '"
                        + folder
                        + "' cannot be mapped; use another filesystem there, or give the files to"
                        + " the container's ids: chown -R 4000000:4000000",
                refusal(
                        "1 0 8:1 / / rw - ext4 /dev/sda1 rw",
                        "2 1 0:40 / /proc rw - proc none rw",
                        "3 1 0:41 / " + folder + " rw - overlay none rw"));
    }

    @Test
    void refusalNamesWhatIsMountedBelow() throws IOException {
        String refusal =
                refusal(
                        "1 0 8:1 / / rw - ext4 /dev/sda1 rw",
                        "2 1 0:40 / " + folder + "/deep/down rw - proc none rw");
        assertTrue(refusal.startsWith("proc on '" + folder + "/deep/down' cannot"), refusal);
    }
}
