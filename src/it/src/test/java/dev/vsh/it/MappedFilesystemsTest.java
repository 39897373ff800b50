package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whose files are in a container with mapped ids: decision 0005. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.USER_NAMESPACES})
final class MappedFilesystemsTest {
    private static final int TARGET = 300_000;
    private static final String OWNERS =
            "touch /mnt/new; stat -c %u /mnt /mnt/new 2>/dev/null | xargs echo";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;
    private Path shared;

    @BeforeEach
    void makeProbe() throws IOException {
        probe = Probe.in(sandbox);
        probe.document().idMap(TARGET, 5000);
        shared = Files.createDirectory(sandbox.folder().resolve("shared"));
    }

    private static Object owner(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid");
    }

    @Test
    void rootFolderOfTheHostsRootIsTheContainersRoots() throws IOException {
        assertEquals("0 0", probe.run("touch /tmp/new; stat -c %u / /tmp/new | xargs echo"));
        assertEquals(0, owner(probe.root().path("/tmp/new")));
    }

    @Test
    void sourceOfTheHostsRootIsTheContainersRoots() throws IOException {
        probe.document().filesystem(shared.toString(), "/mnt", "");
        assertEquals("0 0", probe.run(OWNERS));
        assertEquals(0, owner(shared.resolve("new")));
    }

    @Test
    void sourceOfAnotherIdOfTheContainerIsItsInside() throws IOException {
        Files.setAttribute(shared, "unix:uid", 1000);
        probe.document().filesystem(shared.toString(), "/mnt", "");
        assertEquals("1000 0", probe.run(OWNERS));
        assertEquals(0, owner(shared.resolve("new")));
    }

    @Test
    void sourceOfTheTargetIsLeftAsItIs() throws IOException {
        Files.setAttribute(shared, "unix:uid", TARGET);
        probe.document().filesystem(shared.toString(), "/mnt", "");
        assertEquals("0 0", probe.run(OWNERS));
        assertEquals(TARGET, owner(shared.resolve("new")));
    }

    @Test
    void sourceOfSomebodyElseIsNobodys() throws IOException {
        Files.setAttribute(shared, "unix:uid", 200_000);
        probe.document().filesystem(shared.toString(), "/mnt", "");
        assertTrue(probe.run(OWNERS).endsWith("65534"));
    }

    @Test
    void mappedIsMappedWhoeverItBelongsTo() throws IOException {
        Files.setAttribute(shared, "unix:uid", TARGET);
        probe.document()
                .filesystem("type='mount' accessmode='mapped'", "dir='" + shared + "'", "/mnt", "");
        // An id that is none of the container's on the disk is nobody's inside.
        assertTrue(probe.run(OWNERS).endsWith("65534"));
    }

    @Test
    void memoryOfTheHostCanBeMapped() {
        String script = "mount -t tmpfs none " + shared;
        assertEquals("0 0", runWhere(script));
    }

    @Test
    @Requires({Need.LOOP_DEVICES, Need.XFS})
    void xfsCanBeMapped() {
        assertMapped(DiskImage.XFS);
    }

    @Test
    @Requires({Need.LOOP_DEVICES, Need.BTRFS})
    void btrfsCanBeMapped() {
        assertMapped(DiskImage.BTRFS);
    }

    @Test
    @Requires(Need.LOOP_DEVICES)
    void ext4CanBeMapped() {
        assertMapped(DiskImage.EXT4);
    }

    private void assertMapped(DiskImage type) {
        Path image = type.make(sandbox.folder(), shared);
        assertEquals("0 0", runWhere("mount -o loop " + image + " " + shared));
    }

    /** In a mount namespace of the launcher's own, which {@code commands} prepare. */
    private String runWhere(String commands) {
        probe.document().filesystem(shared.toString(), "/mnt", "");
        probe.root().script("/probe", "exec >/out/probe 2>&1\n" + OWNERS);
        create(commands).requireSuccess();
        return probe.root().read("/out/probe").strip();
    }

    private Vsh.Result create(String commands) {
        Path file = sandbox.folder().resolve("domain.xml");
        try {
            Files.writeString(file, probe.document().init("/probe").xml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sandbox.vsh()
                .under("unshare", "-m", "sh", "-c", commands + " && exec \"$@\"", "sh")
                .runWithInput("", "create", file.toString(), "--console");
    }

    @Test
    @Requires(Need.OVERLAY)
    void filesystemThatCannotBeMappedIsNamed() throws IOException {
        probe.document().filesystem(shared.toString(), "/mnt", "");
        for (String name : new String[] {"lower", "upper", "work"}) {
            Files.createDirectory(sandbox.folder().resolve(name));
        }
        String errors =
                create(
                                "cd "
                                        + sandbox.folder()
                                        + " && mount -t overlay none -o"
                                        + " lowerdir=lower,upperdir=upper,workdir=work shared")
                        .errors();
        assertTrue(errors.contains("overlay on '" + shared + "' cannot be mapped"), errors);
        assertTrue(errors.contains("chown -R 300000:300000"), errors);
    }

    @Test
    void submountThatCannotBeMappedIsNamed() throws IOException {
        Path below = Files.createDirectory(shared.resolve("below"));
        probe.document().filesystem(shared.toString(), "/mnt", "");
        String errors = create("mount -t proc none " + below).errors();
        assertTrue(errors.contains("; proc on '" + below + "' cannot be mapped"), errors);
    }

    @Test
    void hostsOwnRootIsNeverMapped() throws IOException {
        Path script = sandbox.folder().resolve("look");
        Path output = sandbox.folder().resolve("seen");
        Files.writeString(output, "");
        output.toFile().setWritable(true, false);
        Files.writeString(script, "#!/bin/sh\nexec stat -c %u / >" + output + "\n");
        script.toFile().setExecutable(true, false);
        try (var connection = sandbox.connect()) {
            connection.createDomain(
                    sandbox.document().init(script.toString()).idMap(TARGET, 5000).document());
            Await.until("its end", connection::listAllDomains, List::isEmpty);
        }
        assertEquals("65534\n", Files.readString(output));
    }

    @Test
    void mappedNeedsAMap() {
        Probe plain = Probe.in(sandbox);
        plain.document()
                .filesystem("type='mount' accessmode='mapped'", "dir='" + shared + "'", "/mnt", "");
        String message = assertThrows(DriverException.class, () -> plain.run("true")).getMessage();
        assertTrue(message.contains("the domain has no <idmap>"), message);
    }

    @Test
    void shiftedRootGoesOnWorking() throws IOException {
        HostCommand.run("chown", "-hR", TARGET + ":" + TARGET, probe.root().folder().toString());
        probe.run("touch /tmp/new");
        assertEquals(TARGET, owner(probe.root().path("/tmp/new")));
    }
}
