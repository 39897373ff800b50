package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Filesystems in image files and on block devices. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.LOOP_DEVICES})
final class ImagesTest {
    private static final String LOOK =
            "awk '$2 == \"/\" { print $3, substr($4, 1, 2) }' /proc/mounts\n"
                    + "touch /new 2>/dev/null && echo writable";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    /** An image with the probe in it; what it prints goes to a folder of the host all the same. */
    private Path image(DiskImage type, String commands) {
        probe.root().script("/probe", "exec >/out/probe 2>&1\n" + commands);
        Path image = type.make(sandbox.folder(), probe.root().folder());
        probe.document().filesystem(probe.root().path("/out").toString(), "/out", "");
        return image;
    }

    private String runFrom(DiskImage type, String more, String commands) {
        probe.document().image(image(type, commands), "/", more);
        return probe.run(commands);
    }

    @Test
    void ext4IsFoundOut() {
        assertEquals("ext4 rw\nwritable", runFrom(DiskImage.EXT4, "", LOOK));
    }

    @Test
    @Requires(Need.XFS)
    void xfsIsFoundOut() {
        assertEquals("xfs rw\nwritable", runFrom(DiskImage.XFS, "", LOOK));
    }

    @Test
    @Requires(Need.BTRFS)
    void btrfsIsFoundOut() {
        assertEquals("btrfs rw\nwritable", runFrom(DiskImage.BTRFS, "", LOOK));
    }

    @Test
    @Requires(Need.SQUASHFS)
    void squashfsIsFoundOutAndReadOnly() {
        assertEquals("squashfs ro", runFrom(DiskImage.SQUASHFS, "", LOOK));
    }

    @Test
    void rawAndLoopMayBeSaid() {
        String driver = "<driver type='loop' format='raw'/>";
        assertEquals("ext4 rw\nwritable", runFrom(DiskImage.EXT4, driver, LOOK));
    }

    @Test
    void readOnlyImageIsLeftAsItIs() throws IOException {
        Path image = image(DiskImage.EXT4, LOOK);
        byte[] before = Files.readAllBytes(image);
        probe.document().image(image, "/", "<readonly/>");
        assertEquals("ext4 ro", probe.run(LOOK));
        assertTrue(Arrays.equals(before, Files.readAllBytes(image)));
    }

    @Test
    void imageCanBeMountedBelowTheRoot() {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().path("/etc"));
        probe.document().image(image, "/mnt", "");
        assertEquals("root:x:0:0:root:/root:/bin/sh", probe.run("head -n 1 /mnt/passwd"));
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void rootsFilesInAnImageAreTheContainersRoots() {
        probe.document().idMap(300_000, 5000);
        assertEquals(
                "0\n0\n0 300000 5000",
                runFrom(
                        DiskImage.EXT4,
                        "",
                        "stat -c %u /etc/passwd; touch /new; stat -c %u /new; echo $(cat"
                                + " /proc/self/uid_map)"));
    }

    @Test
    void rebootFindsTheImageFree() {
        String commands =
                "echo boot >>/boots; cat /boots; test -f /again && exit; touch /again; reboot -f";
        assertEquals("boot\nboot", runFrom(DiskImage.EXT4, "", commands));
    }

    private String idOf(DiskImage type, String user) {
        probe.root().write("/etc/passwd", "root:x:0:0::/:/bin/sh\nweb:x:1000:1001::/:/bin/sh\n");
        probe.root().write("/etc/group", "root:x:0:\nweb:x:1001:\ntape:x:26:web\n");
        probe.document().os(user);
        return runFrom(type, "", "echo $(id -u) $(id -g) $(id -G); [ -O /dev/tty1 ] && echo own");
    }

    @Test
    void initUserIsLookedUpInTheImage() {
        assertEquals("1000 1001 1001 26\nown", idOf(DiskImage.EXT4, "<inituser>web</inituser>"));
    }

    @Test
    @Requires(Need.XFS)
    void initUserIsLookedUpInXfs() {
        assertEquals("1000 1001 1001 26\nown", idOf(DiskImage.XFS, "<inituser>web</inituser>"));
    }

    @Test
    @Requires(Need.BTRFS)
    void initUserIsLookedUpInBtrfs() {
        assertEquals("1000 1001 1001 26\nown", idOf(DiskImage.BTRFS, "<inituser>web</inituser>"));
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void initUserIsLookedUpInTheImageWithMappedIds() {
        probe.document().idMap(300_000, 5000);
        assertEquals(
                "1000 26 26\nown",
                idOf(DiskImage.EXT4, "<inituser>+1000</inituser><initgroup>tape</initgroup>"));
    }

    @Test
    void initUserThatIsNotInTheImageIsRefused() {
        probe.document().os("<inituser>nobody-here</inituser>");
        String message =
                assertThrows(DriverException.class, () -> runFrom(DiskImage.EXT4, "", "true"))
                        .getMessage();
        assertTrue(
                message.contains("'nobody-here' is not in the container's /etc/passwd"), message);
    }

    /** Its link is followed by nobody but the container, and so is that of a folder root. */
    @Test
    void linkInAnImageDoesNotLeadToTheHostsAccounts() throws IOException {
        Files.delete(probe.root().path("/etc/passwd"));
        Files.createSymbolicLink(probe.root().path("/etc/passwd"), Path.of("/../../../etc/passwd"));
        probe.document().os("<inituser>daemon</inituser>");
        assertThrows(DriverException.class, () -> runFrom(DiskImage.EXT4, "", "true"));
    }

    private ContainerDocument sleeper(Path image, String more) {
        return sandbox.document().init("/bin/sleep", "1000").image(image, "/", more);
    }

    @Test
    void secondWriterIsRefusedAndHearsOfTheFirst() {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().folder());
        try (Connection connection = sandbox.connect()) {
            Domain first = connection.createDomain(sleeper(image, "").document());
            for (String more : List.of("", "<readonly/>")) {
                String message =
                        assertThrows(
                                        DriverException.class,
                                        () ->
                                                connection.createDomain(
                                                        sleeper(image, more).document()))
                                .getMessage();
                assertTrue(message.contains("'" + image + "'"), message);
                assertTrue(message.contains("domain '" + first.name() + "'"), message);
            }
            first.destroy();
            connection.createDomain(sleeper(image, "").document());
        }
    }

    @Test
    void readersShareAnImage() {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().folder());
        try (Connection connection = sandbox.connect()) {
            connection.createDomain(sleeper(image, "<readonly/>").document());
            Domain second = connection.createDomain(sleeper(image, "<readonly/>").document());
            assertTrue(second.isActive());
        }
    }

    @Test
    void killedHelperLeavesNoLoopDevice() {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().folder());
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(sleeper(image, "").document());
            ProcessHandle.of(domain.id().orElseThrow()).orElseThrow().destroyForcibly();
            Await.until(
                    "the loop device to be gone",
                    sandbox::leftovers,
                    found -> found.stream().noneMatch(each -> each.startsWith("loop device")));
            assertTrue(connection.createDomain(sleeper(image, "").document()).isActive());
        }
    }

    private void assertRefused(String... parts) {
        String message = assertThrows(DriverException.class, () -> probe.run("true")).getMessage();
        assertEquals(1, message.lines().count(), message);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        Await.until(
                "nothing to be left",
                sandbox::leftovers,
                found -> found.stream().allMatch(each -> each.startsWith("file ")));
    }

    @Test
    void imageThatIsCutShortIsAnError() throws IOException {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().folder());
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(8 << 20);
        }
        probe.document().image(image, "/mnt", "");
        assertRefused("'" + image + "' for /mnt", "damaged or cut short");
    }

    @Test
    void imageThatIsDamagedIsAnError() throws IOException {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().folder());
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(2048);
            file.write("damage".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        }
        probe.document().image(image, "/mnt", "");
        assertRefused("'" + image + "' for /mnt", "damaged or cut short");
    }

    @Test
    void fileWithoutAFilesystemIsAnError() throws IOException {
        Path image = Files.writeString(sandbox.folder().resolve("x.img"), "hello");
        probe.document().image(image, "/mnt", "");
        assertRefused("image '" + image + "' of filesystem '/mnt'", "holds no ext4");
    }

    private Path attached(Path image) {
        return Path.of(HostCommand.run("losetup", "-f", "--show", image.toString()).strip());
    }

    @Test
    void blockDeviceIsMounted() {
        Path image = DiskImage.EXT4.make(sandbox.folder(), probe.root().path("/etc"));
        Path device = attached(image);
        try {
            probe.document().filesystem("type='block'", "dev='" + device + "'", "/mnt", "");
            assertEquals(
                    "root:x:0:0:root:/root:/bin/sh\nwritable",
                    probe.run("head -n 1 /mnt/passwd; touch /mnt/new && echo writable"));
        } finally {
            HostCommand.run("losetup", "-d", device.toString());
        }
    }

    @Test
    void whatIsNoBlockDeviceIsAnError() {
        probe.document().filesystem("type='block'", "dev='/dev/null'", "/mnt", "");
        assertRefused("device '/dev/null' of filesystem '/mnt'", "is not a block device");
    }

    /** The subvolume is mounted where nobody but this shell and its helper see it. */
    @Test
    @Requires(Need.BTRFS)
    void subvolumeHoldsNoMoreThanItsHardLimit() throws IOException {
        Path image = DiskImage.BTRFS.make(sandbox.folder(), probe.root().path("/etc"));
        Path mounted = Files.createDirectory(sandbox.folder().resolve("mounted"));
        Path document = sandbox.folder().resolve("limited.xml");
        String fill = "dd if=/dev/zero of=/data/file bs=1M count=20; exit\n";
        probe.document()
                .init("/bin/sh")
                .filesystem(
                        mounted + "/limited",
                        "/data",
                        "<space_hard_limit unit='MiB'>4</space_hard_limit>");
        Files.writeString(document, probe.document().xml());
        for (boolean quotas : new boolean[] {false, true}) {
            String mounting =
                    "mount -o loop %s %s; btrfs -q subvolume create %2$s/limited; %s; exec \"$@\""
                            .formatted(
                                    image, mounted, quotas ? "btrfs quota enable " + mounted : ":");
            Result result =
                    sandbox.vsh()
                            .under("unshare", "-m", "sh", "-c", mounting, "sh")
                            .runWithInput(fill, "create", document.toString(), "--console");
            String expected = quotas ? "Disk quota exceeded" : "its quotas are off; try: btrfs";
            assertTrue((result.out() + result.errors()).contains(expected), result.toString());
        }
    }
}
