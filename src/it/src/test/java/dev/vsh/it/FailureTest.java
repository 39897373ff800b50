package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Installation;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What goes wrong is told in one line, which names the thing and the reason; and it leaves nothing. */
@Order(8)
@Requires({Need.ROOT, Need.BUSYBOX})
final class FailureTest {
    private static final String NOBODY = "65534";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private BusyboxRoot root;
    private ContainerDocument document;

    @BeforeEach
    void makeDocument() {
        root = sandbox.busyboxRoot();
        document = sandbox.document(root).init("/bin/sleep", "1000");
    }

    private Path file() throws IOException {
        Path file = sandbox.folder().resolve(document.name() + ".xml");
        Files.writeString(file, document.xml());
        return file;
    }

    /** As virsh: what vsh wanted to do, and then the one line of the driver. */
    private void assertTold(Vsh.Result result, String... parts) throws IOException {
        assertEquals(1, result.status(), result.toString());
        List<String> lines = result.errorLines();
        assertEquals(2, lines.size(), result.toString());
        assertEquals("error: Failed to create domain from " + file(), lines.getFirst());
        assertTrue(lines.getLast().startsWith("error: "), result.toString());
        for (String part : parts) {
            assertTrue(lines.getLast().contains(part), part + " in " + lines.getLast());
        }
        Await.until("nothing to be left", sandbox::leftovers, List::isEmpty);
    }

    private void assertCreateFails(String... parts) throws IOException {
        assertTold(sandbox.vsh().run("create", file().toString()), parts);
    }

    @Test
    void wrongInitPath() throws IOException {
        document.init("/no/such/init");
        assertCreateFails("'/no/such/init'", "ENOENT");
    }

    @Test
    void initThatIsNoProgram() throws IOException {
        document.init("/etc/passwd");
        assertCreateFails("'/etc/passwd'", "EACCES");
    }

    @Test
    void initWhoseInterpreterIsMissing() throws IOException {
        root.script("/init", "");
        root.write("/init", "#!/no/such/interpreter\n");
        document.init("/init");
        assertCreateFails("'/init'", "ENOENT");
    }

    @Test
    void missingRootFolder() throws IOException {
        document.root("/no/such/root");
        assertCreateFails("root folder '/no/such/root'", "does not exist");
    }

    @Test
    void missingSourceFolder() throws IOException {
        document.filesystem("/no/such/source", "/mnt", "");
        assertCreateFails("'/no/such/source'", "'/mnt'", "does not exist");
    }

    @Test
    void missingFolderOfTheInit() throws IOException {
        document.os("<initdir>/no/such/folder</initdir>");
        assertCreateFails("'/no/such/folder'", "ENOENT");
    }

    /** In a mount namespace of its own, where the state folder is what {@code commands} make of it. */
    private Vsh.Result createWhere(String commands) throws IOException {
        Files.createDirectories(sandbox.embedRoot());
        String script = commands + "\n\"$@\"\nstatus=$?\nfind . -type f ! -name fill\nexit $status";
        return sandbox.vsh()
                .under(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        "E=" + sandbox.embedRoot() + "\n" + script,
                        "sh")
                .run("create", file().toString());
    }

    /** From the first file that does not fit to the last one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4096, 8192, 12_288})
    void fullDiskUnderTheState(int free) throws IOException {
        Vsh.Result result =
                createWhere(
                        """
                        mount -t tmpfs -o size=64k none $E
                        mkdir -m 700 $E/run $E/etc $E/log
                        cd $E
                        head -c %d /dev/zero >fill
                        """
                                .formatted(65_536 - free));
        assertTold(result, sandbox.embedRoot().toString(), "No space left on device");
        assertEquals("", result.out().strip(), "files that are left");
    }

    @Test
    void readOnlyStateFolder() throws IOException {
        Vsh.Result result =
                createWhere("mount --bind $E $E && mount -o remount,ro,bind $E && cd $E");
        assertTold(result, sandbox.embedRoot().toString(), "Read-only file system");
        assertEquals("", result.out().strip(), "files that are left");
    }

    @Test
    void folderInPlaceOfTheLogIsTold() throws IOException {
        String log = document.name() + ".log";
        Files.createDirectories(sandbox.embedRoot().resolve("log").resolve(log).resolve("theirs"));
        Vsh.Result result = sandbox.vsh().run("create", file().toString()).requireSuccess();
        assertEquals(1, result.errorLines().size(), result.toString());
        assertTrue(result.errors().contains("runs without a log"), result.errors());
        assertTrue(result.errors().contains(log + "': Is a directory"), result.errors());
    }

    private Vsh asNobody() {
        return sandbox.vsh()
                .under("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                .at(Installation.in(sandbox.folder()).launcher());
    }

    @Test
    void stateFolderOfSomebodyElse() throws IOException {
        Files.createDirectories(sandbox.embedRoot());
        assertTold(
                asNobody().run("create", file().toString()),
                sandbox.embedRoot().toString(),
                "ermission denied");
    }

    @Test
    void withoutTheRightsOfRoot() throws IOException {
        Files.createDirectories(sandbox.embedRoot());
        Files.setAttribute(sandbox.embedRoot(), "unix:uid", Integer.valueOf(NOBODY));
        assertTold(asNobody().run("create", file().toString()), "ermission denied");
    }

    @Test
    void domainThatIsNotThere() {
        Vsh.Result result = sandbox.vsh().run("start", "no-such-domain");
        assertEquals(1, result.status());
        assertEquals(
                "error: failed to get domain 'no-such-domain'", result.errorLines().getFirst());
    }

    @Test
    void everyProblemOfADocumentIsTold() throws IOException {
        Path file = sandbox.folder().resolve("bad.xml");
        Files.writeString(
                file,
                """
                <domain type='lxc'>
                  <name>bad</name>
                  <memory unit='parsecs'>64</memory>
                  <os><type>exe</type><init>bin/sh</init></os>
                </domain>
                """);
        Vsh.Result result = sandbox.vsh().run("create", file.toString());
        assertEquals(1, result.status());
        assertTrue(result.errors().contains("bad.xml:3:"), result.errors());
        assertTrue(result.errors().contains("bad.xml:4:"), result.errors());
    }
}
