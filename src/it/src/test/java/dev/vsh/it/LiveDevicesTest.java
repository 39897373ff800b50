package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Filesystems, disks and devices that come and go while their container runs, in a user namespace. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.USER_NAMESPACES, Need.LOOP_DEVICES})
final class LiveDevicesTest {
    private static final String FIRST_DISK = "vda";
    private static final String NODE =
            "<hostdev mode='capabilities' type='misc'><source><char>/dev/loop-control</char>"
                    + "</source></hostdev>";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Vsh vsh;
    private Onlooker container;
    private Path folder;

    @BeforeEach
    void startContainer() throws IOException {
        vsh = sandbox.vsh();
        folder = Files.createDirectory(sandbox.folder().resolve("shared"));
        Files.writeString(folder.resolve("file"), "hello");
        container = Onlooker.in(sandbox, disk(image("first.img"), FIRST_DISK), "");
        container.document().idMap(100_000, 65_536);
        vsh.run("define", container.file()).requireSuccess();
        vsh.run("start", container.name()).requireSuccess();
        container.seen();
    }

    private Path image(String name) throws IOException {
        return Files.writeString(sandbox.folder().resolve(name), name + " ".repeat(4096));
    }

    private static String disk(Path image, String target) {
        return "<disk type='file'><source file='%s'/><target dev='%s'/></disk>"
                .formatted(image, target);
    }

    private static String filesystem(String type, String source, String target) {
        return "<filesystem type='%s'><source %s/><target dir='%s'/></filesystem>"
                .formatted(type, source, target);
    }

    private String shared() {
        return filesystem("mount", "dir='" + folder + "'", "/data");
    }

    private Vsh.Result change(String command, String xml, String... options) {
        Path file = sandbox.folder().resolve("device.xml");
        try {
            Files.writeString(file, xml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<String> words = new ArrayList<>(List.of(command, container.name(), file.toString()));
        words.addAll(List.of(options));
        return vsh.run(words.toArray(String[]::new));
    }

    private String inside(String script) {
        return vsh.run("exec", container.name(), "--", "/bin/sh", "-c", script)
                .requireSuccess()
                .out()
                .strip();
    }

    @Test
    void folderComesWithTheContainersIdsAndGoes() throws IOException {
        change("attach-device", shared()).requireSuccess();
        assertEquals(
                "hello 0 0", inside("cat /data/file; touch /data/new; stat -c ' %u %g' /data/new"));
        assertEquals(0, Files.getAttribute(folder.resolve("new"), "unix:uid"));
        change("detach-device", shared()).requireSuccess();
        assertEquals("", inside("ls /data"));
        assertEquals("0", inside("stat -c %u /data"));
    }

    @Test
    void everyKindOfFilesystemCanBeAttached() throws IOException {
        Path image = DiskImage.EXT4.make(sandbox.folder(), folder);
        List<String> kinds =
                List.of(
                        filesystem("file", "file='" + image + "'", "/a/image"),
                        filesystem("ram", "usage='1024' units='KiB'", "/a/ram"),
                        filesystem("bind", "dir='/bin'", "/a/bind"));
        kinds.forEach(xml -> change("attach-device", xml).requireSuccess());
        assertEquals(
                "hello0 0 1024",
                inside(
                        "cat /a/image/file; touch /a/ram/x; stat -c %u /a/ram/x | tr '\\n"
                                + "' ' '; stat -c %u /a/image/file | tr '\\n"
                                + "' ' '; [ -x /a/bind/sh ] && df -k /a/ram | awk 'NR==2 {print $2}'"));
        kinds.forEach(xml -> change("detach-device", xml).requireSuccess());
        assertEquals("", inside("grep ' /a/' /proc/mounts || true"));
    }

    @Test
    void whatIsInUseStaysAndSaysSo() {
        change("attach-device", shared()).requireSuccess();
        inside("cd /data; sleep 1000 >/dev/null 2>&1 & echo $! >/tmp/pid");
        Vsh.Result refused = change("detach-device", shared());
        assertEquals(1, refused.status());
        assertTrue(refused.errors().contains("EBUSY"), refused.errors());
        assertTrue(
                refused.errors().contains("something in the container uses it"), refused.errors());
        assertEquals("hello", inside("kill $(cat /tmp/pid); cat /data/file"));
        Await.until(
                "the filesystem to be free",
                () -> change("detach-device", shared()),
                result -> result.status() == 0);
    }

    @Test
    void whatTheContainerMountedThereItselfIsLeftAlone() {
        change("attach-device", shared()).requireSuccess();
        inside("mount -t tmpfs mine /data");
        Vsh.Result refused = change("detach-device", shared());
        assertTrue(
                refused.errors().contains("something else is mounted there: tmpfs"),
                refused.errors());
        inside("umount /data");
        change("detach-device", shared()).requireSuccess();
        Vsh.Result gone = change("detach-device", shared());
        assertTrue(gone.errors().contains("the domain has no filesystem '/data'"), gone.errors());
    }

    @Test
    void aLinkInTheContainerLeadsNowhereButIntoIt() {
        inside("ln -s / /away; rm -rf /dev/mapper; ln -s /tmp /dev/mapper; mkdir -p /tmp/x");
        String target = "/away/tmp/vsh-live-" + container.name();
        change("attach-device", filesystem("mount", "dir='" + folder + "'", target))
                .requireSuccess();
        assertEquals("hello", inside("cat /tmp/vsh-live-" + container.name() + "/file"));
        assertFalse(Files.exists(Path.of("/tmp/vsh-live-" + container.name())));
        Vsh.Result node = vsh.run("attach-disk", container.name(), "/dev/loop0", "mapper/x");
        assertNotEquals(0, node.status());
        assertEquals("", inside("ls /tmp/x"));
    }

    @Test
    void diskCanBeUsedAsLongAsItIsThere() throws IOException {
        Path image = image("second.img");
        vsh.run("attach-disk", container.name(), image.toString(), "vdb").requireSuccess();
        assertEquals("second.img 0 700", inside("head -c 10 /dev/vdb; stat -c ' %u %a' /dev/vdb"));
        inside("printf written | dd of=/dev/vdb conv=notrunc 2>/dev/null");
        vsh.run("detach-disk", container.name(), "vdb").requireSuccess();
        assertEquals("vda", inside("cd /dev; ls -d vd*"));
        assertTrue(Files.readString(image).startsWith("written"));
        vsh.run("attach-disk", container.name(), image.toString(), "vdb").requireSuccess();
    }

    @Test
    void diskOfTheStartCanBeDetachedAndAnotherContainerMayHaveIt() throws IOException {
        vsh.run("detach-disk", container.name(), FIRST_DISK).requireSuccess();
        assertEquals("", inside("ls -d /dev/vd* 2>/dev/null || true"));
        Path image = sandbox.folder().resolve("first.img");
        vsh.run("attach-disk", container.name(), image.toString(), "vdz").requireSuccess();
        assertEquals("first.img", inside("head -c 9 /dev/vdz"));
    }

    @Test
    void hostDeviceIsAllowedAndDenied() {
        assertEquals("no", inside("[ -e /dev/loop-control ] || echo no"));
        change("attach-device", NODE).requireSuccess();
        assertEquals("yes", inside("(exec 3</dev/loop-control) && echo yes"));
        inside("(sleep 1000 >/dev/null 2>&1 3</dev/loop-control &)");
        change("detach-device", NODE).requireSuccess();
        assertEquals("no", inside("[ -e /dev/loop-control ] || echo no"));
    }

    @Test
    void changesOutliveAResetAndNotTheEnd() throws IOException {
        vsh.run("attach-disk", container.name(), image("second.img").toString(), "vdb")
                .requireSuccess();
        change("attach-device", shared()).requireSuccess();
        vsh.run("detach-disk", container.name(), FIRST_DISK).requireSuccess();
        vsh.run("reset", container.name()).requireSuccess();
        assertEquals(
                "vdb hello",
                Await.until(
                        "the next init",
                        () ->
                                vsh.run(
                                                "exec",
                                                container.name(),
                                                "--",
                                                "/bin/sh",
                                                "-c",
                                                "cd /dev; echo $(ls -d vd*) $(cat /data/file)")
                                        .out()
                                        .strip(),
                        text -> !text.isEmpty()));
        assertFalse(vsh.run("dumpxml", container.name(), "--inactive").out().contains("/data"));
        change("attach-device", shared(), "--config").requireSuccess();
        assertTrue(vsh.run("dumpxml", container.name(), "--inactive").out().contains("/data"));
    }
}
