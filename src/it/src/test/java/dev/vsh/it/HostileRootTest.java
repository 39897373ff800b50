package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.FolderTree;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Root folders made by somebody who wants out: symlinks where the start mounts and makes things. Whether the container
 * starts is not the point; that nothing outside of its root changes is.
 */
@Requires({Need.ROOT, Need.BUSYBOX})
final class HostileRootTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private BusyboxRoot root;
    private Path canary;
    private ContainerDocument document;

    @BeforeEach
    void makeCanary() throws IOException {
        root = sandbox.busyboxRoot();
        canary = Files.createDirectory(sandbox.folder().resolve("canary"));
        Files.createDirectory(canary.resolve("pts"));
        Files.writeString(canary.resolve("console"), "canary");
        Files.writeString(canary.resolve("file"), "canary");
        document = sandbox.document(root).init("/bin/true");
    }

    /** Starts the container if it can be, and lets it end. */
    private void tryToStart() {
        Map<String, String> before = new FolderTree(canary).fingerprint();
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(document.document());
            try {
                domain.start();
                Await.until("its end", () -> !domain.isActive());
            } catch (DriverException _) {
                // A refusal is as good as a start.
            }
        }
        assertEquals(before, new FolderTree(canary).fingerprint());
    }

    private void plant(String inside, String target) throws IOException {
        Path link = root.path(inside);
        Files.createDirectories(link.getParent());
        if (Files.isDirectory(link)) {
            new FolderTree(link).delete();
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev",
                "/proc",
                "/sys",
                "/dev/console",
                "/dev/pts",
                "/dev/null",
                "/sys/fs/cgroup"
            })
    void absoluteLinksLeadNowhere(String place) throws IOException {
        plant(place, canary.toString());
        tryToStart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev", "/proc", "/sys"})
    void relativeLinksLeadNowhere(String place) throws IOException {
        plant(place, "../../../../../../../../../.." + canary);
        tryToStart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev", "/proc", "/sys"})
    void linksThroughProcLeadNowhere(String place) throws IOException {
        plant(place, "/proc/1/root" + canary);
        tryToStart();
    }

    @Test
    void targetOfMountThatIsALinkLeadsNowhere() throws IOException {
        plant("/mnt", canary.toString());
        document.filesystem(root.path("/tmp").toString(), "/mnt", "");
        tryToStart();
    }

    @Test
    void parentOfTargetThatIsALinkLeadsNowhere() throws IOException {
        plant("/mnt", "../canary");
        document.filesystem(root.path("/tmp").toString(), "/mnt/made/below", "");
        tryToStart();
    }

    @Test
    void targetFileThatIsALinkLeadsNowhere() throws IOException {
        plant("/etc/motd", canary.resolve("file").toString());
        document.filesystem(root.path("/etc/passwd").toString(), "/etc/motd", "");
        tryToStart();
    }

    @Test
    void targetFileThatIsADanglingLinkMakesNothing() throws IOException {
        plant("/etc/motd", canary.resolve("new").toString());
        document.filesystem(root.path("/etc/passwd").toString(), "/etc/motd", "");
        tryToStart();
    }

    @Test
    void sourceOfBindThatIsALinkLeadsNowhere() throws IOException {
        plant("/inner", canary.toString());
        root.script("/probe", "echo changed >/outer/file");
        document.init("/probe")
                .devices(
                        "<filesystem type='bind'><source dir='/inner'/><target"
                                + " dir='/outer'/></filesystem>");
        tryToStart();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev", "/proc", "/sys", "/mnt"})
    @Requires(Need.LOOP_DEVICES)
    void linksInAnImageLeadNowhere(String place) throws IOException {
        plant(place, "../../../../../../../../../.." + canary);
        Path image = DiskImage.EXT4.make(sandbox.folder(), root.folder());
        document.image(image, "/", "").filesystem(root.path("/tmp").toString(), "/mnt", "");
        tryToStart();
    }

    @Test
    void linkBelowABindLeadsNowhere() throws IOException {
        plant("/etc/there", canary.resolve("file").toString());
        root.write("/srv/file", "changed");
        document.filesystem("type='bind'", "dir='/srv/file'", "/etc/there", "");
        tryToStart();
    }

    @Test
    void linksInALoopAreAnError() throws IOException {
        plant("/proc", "/proc");
        tryToStart();
    }

    /** The program that the init's process runs until then is the host's. */
    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/exe", "/proc/1/exe", "/proc/self/fd/../exe", "/link"})
    void initThatLeadsToTheHostsProgramIsRefused(String target) throws IOException {
        plant("/link", "/proc/thread-self/exe");
        plant("/init", target);
        assertIsRefused("find the init '/init'");
    }

    /** The container has a loader of its own for it, in which whoever made the root may do what he wants. */
    @Test
    void scriptWhoseInterpreterIsTheHostsProgramIsRefused() throws IOException {
        for (String loader : List.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")) {
            Files.createDirectories(root.path(loader).getParent());
            Files.copy(root.path("/bin/busybox"), root.path(loader));
        }
        root.write("/init", "#!/proc/self/exe\n");
        root.path("/init").toFile().setExecutable(true);
        assertIsRefused("run the init '/init'");
    }

    private void assertIsRefused(String step) {
        document.init("/init");
        assertRefusal(step);
    }

    @Test
    void folderOfTheInitThatTheHelperHasOpenIsRefused() throws IOException {
        plant("/work", "/proc/self/fd/0/..");
        document.os("<initdir>/work</initdir>");
        assertRefusal("enter the init's folder '/work'");
    }

    private void assertRefusal(String step) {
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(document.document());
            DriverException refusal = assertThrows(DriverException.class, domain::start);
            assertTrue(refusal.getMessage().contains(step), refusal::toString);
            assertTrue(
                    refusal.getMessage().contains("not a file of the container"),
                    refusal::toString);
        }
    }
}
