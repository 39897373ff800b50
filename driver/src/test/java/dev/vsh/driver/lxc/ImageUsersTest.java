package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.driver.DriverException;
import dev.vsh.plan.DevicePlan;
import dev.vsh.plan.FilesystemType;
import dev.vsh.plan.HostTree;
import dev.vsh.plan.HostTree.Origin;
import dev.vsh.plan.MountPlan;
import dev.vsh.plan.RootPlan;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who has an image already, by the files in which the kernel says so. */
final class ImageUsersTest {
    @TempDir private Path folder;

    private Path image;
    private ImageUsers users;

    @BeforeEach
    void makeHost() throws IOException {
        image = Files.createFile(folder.resolve("x.img"));
        users =
                new ImageUsers(
                        Files.createDirectory(folder.resolve("block")),
                        Files.createDirectory(folder.resolve("proc")));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }

    private void attach(boolean readonly) throws IOException {
        write("block/loop3/loop/backing_file", image.toString());
        write("block/loop3/dev", "7:3");
        write("block/loop3/ro", readonly ? "1" : "0");
    }

    private MountPlan mount(String target, boolean readonly) {
        return new MountPlan(
                new MountPlan.Source.Host(
                        new HostTree(
                                new Origin.Image(image.toString(), FilesystemType.EXT4),
                                Optional.empty())),
                target,
                readonly);
    }

    private void require(MountPlan... mounts) {
        RootPlan root = new RootPlan(HostTree.folder("/srv"), false, new RootPlan.Exchange.Pivot());
        users.requireNone(root, List.of(mounts), List.of());
    }

    private String refusal(MountPlan... mounts) {
        return assertThrows(DriverException.class, () -> require(mounts)).details().getFirst();
    }

    private String inUse(String target, String user) {
        return "image '%s' of filesystem '%s' is in use: %s; it can be shared only if all use it with <readonly/>"
                .formatted(image, target, user);
    }

    @Test
    void imageThatNobodyHasIsFree() {
        assertDoesNotThrow(() -> require(mount("/a", false)));
    }

    @Test
    void readersShare() throws IOException {
        attach(true);
        assertDoesNotThrow(() -> require(mount("/a", true), mount("/b", true)));
    }

    @Test
    void attachedDeviceIsNamed() throws IOException {
        attach(false);
        assertEquals(inUse("/a", "/dev/loop3 is attached to it"), refusal(mount("/a", true)));
    }

    @Test
    void domainIsNamed() throws IOException {
        attach(true);
        write("proc/42/mountinfo", "1 0 7:3 / / ro - ext4 /dev/loop3 ro");
        write("proc/42/cgroup", "0::/machine/lxc-41-web.libvirt-lxc/container");
        assertEquals(
                inUse("/a", "domain 'web' has it mounted from /dev/loop3"),
                refusal(mount("/a", false)));
    }

    @Test
    void processIsNamed() throws IOException {
        attach(false);
        write("proc/42/mountinfo", "1 0 7:3 / /mnt rw - ext4 /dev/loop3 rw");
        write("proc/42/cgroup", "0::/user.slice");
        assertEquals(
                inUse("/a", "process 42 has it mounted from /dev/loop3"),
                refusal(mount("/a", false)));
    }

    @Test
    void domainWhoseHelperHasItAsADiskIsNamed() throws IOException {
        attach(false);
        Files.createDirectories(folder.resolve("proc/41/fd"));
        Files.createSymbolicLink(folder.resolve("proc/41/fd/9"), Path.of("/dev/loop3"));
        write("proc/42/cgroup", "0::/machine/lxc-41-web.libvirt-lxc/container");
        assertEquals(
                inUse("/a", "domain 'web' has it as a disk from /dev/loop3"),
                refusal(mount("/a", false)));
    }

    @Test
    void diskAndFilesystemOfOneDomainDoNotShareAnImage() {
        RootPlan root = new RootPlan(HostTree.folder("/srv"), false, new RootPlan.Exchange.Pivot());
        DevicePlan disk =
                new DevicePlan("vda", new DevicePlan.Device.Image(image.toString(), false), "rwm");
        DriverException refusal =
                assertThrows(
                        DriverException.class,
                        () -> users.requireNone(root, List.of(mount("/a", false)), List.of(disk)));
        assertEquals(
                "image '%s' of disk 'vda' is in use: filesystem '/a' has it; it can be shared only if all use it with <readonly/>"
                        .formatted(image),
                refusal.details().getFirst());
    }

    @Test
    void sameImageTwiceInOneDomainIsRefused() {
        assertEquals(
                inUse("/b", "filesystem '/a' has it"),
                refusal(mount("/a", true), mount("/b", false)));
    }
}
