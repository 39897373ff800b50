package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many starts: one after the other, and at once. */
@Isolated("it counts the open files of this JVM")
@Requires({Need.ROOT, Need.BUSYBOX})
final class ManyTest {
    private static final int AT_ONCE = 20;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void startsAndDestroysInARow() throws IOException {
        startAndDestroy(10);
    }

    @Test
    @Tag("soak")
    void twoHundredStartsAndDestroysInARow() throws IOException {
        startAndDestroy(200);
    }

    private void startAndDestroy(int rounds) throws IOException {
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.defineDomain(
                            sandbox.document(sandbox.busyboxRoot())
                                    .init("/bin/sleep", "1000")
                                    .document());
            domain.start();
            domain.destroy();
            long before = openFiles();
            for (int round = 0; round < rounds; round++) {
                domain.start();
                assertEquals("running", domain.status().state(), "in round " + round);
                domain.destroy();
            }
            assertEquals(before, openFiles(), "open files of this process");
            domain.undefine();
        }
        assertEquals(List.of(), sandbox.leftovers());
    }

    /** Those that a driver could forget to close; jars and classes come and go by themselves. */
    private static long openFiles() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.map(ManyTest::target)
                    .filter(
                            target ->
                                    target.matches("(socket|pipe|anon_inode):.*")
                                            || target.startsWith("/proc/"))
                    .count();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void startsAtOnceFromSeparateProcesses() throws IOException {
        BusyboxRoot root = sandbox.busyboxRoot();
        List<String> names = IntStream.range(0, AT_ONCE).mapToObj(_ -> sandbox.name()).toList();
        try (Connection connection = sandbox.connect()) {
            for (String name : names) {
                String xml = sandbox.document(root).init("/bin/sleep", "1000").xml();
                connection.defineDomain(
                        DomainDocument.of(
                                xml.replaceFirst("<name>.*</name>", "<name>" + name + "</name>")));
            }
            List<Process> starters =
                    names.stream().map(name -> sandbox.vsh().start("start", name)).toList();
            starters.forEach(starter -> Vsh.finish(starter, "").requireSuccess());
            assertEquals(
                    AT_ONCE, connection.listAllDomains().stream().filter(Domain::isActive).count());
        }
    }
}
