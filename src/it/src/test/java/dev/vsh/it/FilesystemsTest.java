package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The filesystems that a document gives to a container. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class FilesystemsTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;
    private Path shared;

    @BeforeEach
    void makeProbe() throws IOException {
        probe = Probe.in(sandbox);
        shared = Files.createDirectory(sandbox.folder().resolve("shared"));
        Files.writeString(shared.resolve("file"), "from the host\n");
    }

    private void mount(Path source, String target, String more) {
        probe.document().filesystem(source.toString(), target, more);
    }

    @Test
    void folderOfTheHostIsSharedBothWays() throws IOException {
        mount(shared, "/mnt", "");
        assertEquals("from the host", probe.run("cat /mnt/file; echo hello >/mnt/answer"));
        assertEquals("hello\n", Files.readString(shared.resolve("answer")));
    }

    @Test
    void missingTargetIsMadeWithItsParents() {
        mount(shared, "/very/deep/down", "");
        assertEquals("from the host", probe.run("cat /very/deep/down/file"));
        assertTrue(Files.isDirectory(probe.root().path("/very/deep/down")));
    }

    @Test
    void targetsCanBeNested() throws IOException {
        Path inner = Files.createDirectory(sandbox.folder().resolve("inner"));
        Files.writeString(inner.resolve("file"), "inner\n");
        mount(shared, "/mnt", "");
        mount(inner, "/mnt/below", "");
        assertEquals("from the host\ninner", probe.run("cat /mnt/file /mnt/below/file"));
    }

    @Test
    void fileCanBeMountedOnFile() {
        mount(shared.resolve("file"), "/etc/motd", "");
        assertEquals("from the host", probe.run("cat /etc/motd"));
    }

    @Test
    void readOnlyMeansThatWritingIsRefused() {
        mount(shared, "/mnt", "<readonly/>");
        assertEquals(
                "from the host\n/probe: line 4: can't create /mnt/new: Read-only file system",
                probe.run("cat /mnt/file\necho x >/mnt/new"));
    }

    @Test
    void whatIsMountedBelowReadOnlyIsReadOnlyToo() throws IOException {
        Files.createDirectory(shared.resolve("sub"));
        // Seen from this process the source must have a submount; so everything happens one
        // container
        // deeper, in a mount namespace of a launcher's own.
        mount(shared, "/mnt", "<readonly/>");
        probe.root()
                .script(
                        "/probe",
                        "exec >/out/probe 2>&1\nls /mnt/sub\ntouch /mnt/sub/new && echo written");
        Path file = sandbox.folder().resolve("domain.xml");
        Files.writeString(file, probe.document().init("/probe").xml());
        var vsh = sandbox.vsh();
        String script =
                "mount -t tmpfs none "
                        + shared.resolve("sub")
                        + " && touch "
                        + shared.resolve("sub/inner")
                        + " && exec \"$@\"";
        vsh.under("unshare", "-m", "sh", "-c", script, "sh")
                .runWithInput("", "create", file.toString(), "--console")
                .requireSuccess();
        assertEquals(
                "inner\ntouch: /mnt/sub/new: Read-only file system\n",
                probe.root().read("/out/probe"));
    }

    @Test
    void rootCanBeReadOnly() {
        probe.document().readonlyRoot(probe.root().folder().toString());
        mount(probe.root().path("/out"), "/out", "");
        assertTrue(
                probe.run("touch /new; touch /dev/shm/new && echo memory is writable")
                        .endsWith("memory is writable"));
        assertTrue(Files.notExists(probe.root().path("/new")));
    }

    @Test
    void memoryFilesystemHasItsSize() {
        probe.document()
                .devices(
                        "<filesystem type='ram'><source usage='1024' units='KiB'/><target"
                                + " dir='/ram'/></filesystem>");
        assertEquals(
                "tmpfs 1024\nfull",
                probe.run(
                        """
                        df -k /ram | tail -n 1 | awk '{ print $1, $2 }' | sed s/none/tmpfs/
                        head -c 2000000 /dev/zero 2>/dev/null >/ram/big || echo full
                        """));
    }

    @Test
    void bindShowsAFolderOfTheContainerInAnotherPlace() {
        probe.root().write("/srv/data/file", "once\n");
        probe.document()
                .devices(
                        "<filesystem type='bind'><source dir='/srv/data'/><target"
                                + " dir='/data'/></filesystem>");
        assertEquals("once", probe.run("cat /data/file"));
    }

    @Test
    void bindCanShowAFile() {
        probe.root().write("/srv/file", "once\n");
        probe.document().filesystem("type='bind'", "dir='/srv/file'", "/etc/there", "<readonly/>");
        String output = probe.run("cat /etc/there\necho x >/etc/there");
        assertTrue(output.startsWith("once\n"), output);
        assertTrue(output.endsWith("can't create /etc/there: Read-only file system"), output);
    }

    @Test
    void bindCarriesItsSubmountsAlong() {
        probe.root().write("/srv/x", "");
        mount(shared, "/srv/below", "");
        probe.document().filesystem("type='bind'", "dir='/srv'", "/data", "");
        assertEquals("from the host", probe.run("cat /data/below/file"));
    }

    @Test
    void sameFilesystemCanBeGivenTwice() {
        mount(shared, "/mnt", "");
        mount(shared, "/mnt", "");
        assertEquals("from the host", probe.run("cat /mnt/file"));
    }

    @Test
    void memoryHoldsNoMoreThanItsHardLimit() {
        probe.document()
                .filesystem(
                        "type='ram'",
                        "usage='1' units='MiB'",
                        "/ram",
                        "<space_hard_limit unit='KiB'>512</space_hard_limit>");
        assertEquals("512", probe.run("df -k /ram | tail -n 1 | awk '{ print $2 }'"));
    }

    @Test
    void nothingMountedOnDevTakesTheConsolesPlace() throws IOException {
        Files.writeString(shared.resolve("console"), "canary");
        mount(shared, "/dev", "");
        assertEquals("canary", probe.run("echo spoken >&0; cat /dev/console"));
        assertEquals("canary", Files.readString(shared.resolve("console")));
    }

    @Test
    void withoutRootTheHostsFilesAreSeen() throws IOException {
        Path script = sandbox.folder().resolve("look");
        Path output = sandbox.folder().resolve("seen");
        Files.writeString(
                script,
                "#!/bin/sh\n{ cat " + shared + "/file; ls -d /proc/[0-9]*; } >" + output + "\n");
        script.toFile().setExecutable(true);
        try (var connection = sandbox.connect()) {
            connection.createDomain(sandbox.document().init(script.toString()).document());
            Await.until("its end", connection::listAllDomains, List::isEmpty);
        }
        assertEquals("from the host\n/proc/1\n", Files.readString(output));
    }
}
