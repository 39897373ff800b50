package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.ConsoleOptions;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Transcript;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The launcher and the shell as processes, on real containers. */
@Order(9)
@Requires({Need.ROOT, Need.BUSYBOX})
final class CommandLineTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Vsh vsh;
    private BusyboxRoot root;

    @BeforeEach
    void makeRoot() {
        vsh = sandbox.vsh();
        root = sandbox.busyboxRoot();
    }

    private Path write(ContainerDocument document) throws IOException {
        Path file = sandbox.folder().resolve(document.name() + ".xml");
        Files.writeString(file, document.xml());
        return file;
    }

    /** A sample as it is, but for its name and the places that it names as examples. */
    private Path sample(String name, String domain, String folder) throws IOException {
        String text =
                Files.readString(Checkout.sample(name))
                        .replaceFirst("<name>.*</name>", "<name>" + domain + "</name>")
                        .replace("'" + folder + "'", "'" + root.folder() + "'");
        Path file = sandbox.folder().resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private String domstate(String name) {
        return vsh.run("domstate", name, "--reason").requireSuccess().out().strip();
    }

    @Test
    void linesFromAPipeRunInTheShellOfTheSample() {
        Vsh.Result result =
                vsh.runWithInput(
                                "hostname; ps\n",
                                "create",
                                Checkout.sample("shell.xml").toString(),
                                "--console")
                        .requireSuccess();
        List<String> lines = result.out().lines().map(String::strip).toList();
        assertTrue(lines.contains("shell"), result.out());
        List<String> processes =
                lines.stream()
                        .filter(line -> line.matches("\\d+ .*\\d+:\\d\\d:\\d\\d \\S+"))
                        .toList();
        assertEquals(2, processes.size(), result.out());
        assertTrue(processes.get(0).matches("1 .* sh"), result.out());
        assertTrue(processes.get(1).matches("\\d+ .* ps"), result.out());
        assertTrue(result.errors().contains("Connected to domain 'shell'"), result.errors());
    }

    @Test
    void limitedContainerOfTheSamplesIsLimited() {
        Vsh.Result result =
                vsh.runWithInput(
                                "nproc; i=0; while [ $i -lt 200 ]; do sleep 9 & i=$((i + 1));"
                                        + " done\n",
                                "create",
                                Checkout.sample("limits.xml").toString(),
                                "--console")
                        .requireSuccess();
        assertTrue(result.out().contains("\n1\r\n"), result.out());
        assertTrue(result.out().matches("(?is).*(can't|cannot) fork.*"), result.out());
    }

    @Test
    @Requires(Need.VIRTUAL_NETWORKS)
    void applicationContainerOfTheSamplesLives() throws IOException {
        vsh = vsh.under(sandbox.hostNetwork().prefix());
        String name = sandbox.name();
        Path file = sample("app-container.xml", name, "(none)");
        vsh.run("define", file.toString()).requireSuccess();
        vsh.run("start", name).requireSuccess();
        assertEquals("running (booted)", domstate(name));
        assertTrue(vsh.run("list").out().contains(name));
        vsh.run("destroy", name).requireSuccess();
        assertEquals("shut off (destroyed): ended by SIGKILL", domstate(name));
        vsh.run("undefine " + name + "; net-destroy default; net-undefine default")
                .requireSuccess();
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    @Requires(Need.VIRTUAL_NETWORKS)
    void systemContainerOfTheSamplesLives() throws IOException {
        vsh = vsh.under(sandbox.hostNetwork().prefix());
        String name = sandbox.name();
        root.script("/init", "echo I am $(hostname); exec /bin/sh");
        Path file = sample("system-container.xml", name, "/opt/vm-1-root");
        vsh.run("define " + file + "; start " + name).requireSuccess();
        Vsh.Result console = vsh.runWithInput("echo $((6 * 7))\nexit\n", "console", name);
        assertTrue(console.requireSuccess().out().contains("I am " + name), console.out());
        assertTrue(console.out().contains("\n42\r\n"), console.out());
        Await.until(
                "its end",
                () -> domstate(name),
                "shut off (shutdown): exited with status 0"::equals);
        vsh.run("undefine " + name + "; net-destroy default; net-undefine default")
                .requireSuccess();
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    void busyboxOfTheSamplesIsASystemWithTwoConsoles() throws IOException {
        String name = sandbox.name();
        root.write(
                "/etc/inittab",
                "::sysinit:/bin/hostname\nconsole::respawn:/bin/sh\ntty2::askfirst:/bin/sh\n");
        Path file = sample("busybox.xml", name, "/srv/containers/busybox");
        vsh.run("create", file.toString()).requireSuccess();
        try (Connection connection = sandbox.connect()) {
            var domain = connection.lookupDomainByName(name);
            try (var console = Transcript.of(domain)) {
                console.awaitText(name);
                console.type("echo $((6 * 7))\n");
                console.awaitText("\n42");
            }
            var second = new ConsoleOptions(Optional.of("console1"), false);
            try (var console = Transcript.of(domain, second)) {
                console.awaitText("press Enter");
                console.type("\n");
                console.type("tty\n");
                console.awaitText("/dev/tty2");
            }
        }
        vsh.run("destroy", name).requireSuccess();
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    void otherProcessesSeeTheStateAtOnce() throws IOException {
        ContainerDocument document = sandbox.document(root).init("/bin/sleep", "1000");
        try (Connection connection = sandbox.connect()) {
            var domain = connection.defineDomain(document.document());
            assertEquals("shut off (unknown)", domstate(document.name()));
            vsh.run("start", document.name()).requireSuccess();
            assertTrue(domain.isActive());
            domain.destroy();
            assertEquals("shut off (destroyed): ended by SIGKILL", domstate(document.name()));
            vsh.run("undefine", document.name()).requireSuccess();
            assertEquals(List.of(), connection.listAllDomains());
        }
    }

    @Test
    void killedHelperIsACrash() throws IOException {
        ContainerDocument document = sandbox.document(root).init("/bin/sleep", "1000");
        String name = document.name();
        vsh.run("define", write(document).toString()).requireSuccess();
        vsh.run("start", name).requireSuccess();
        long helper = Long.parseLong(vsh.run("domid", name).requireSuccess().out().strip());
        ProcessHandle.of(helper).orElseThrow().destroyForcibly();
        String all = vsh.run("list", "--all").requireSuccess().out();
        assertTrue(all.matches("(?s).* -  +" + name + "  +shut off\n.*"), all);
        assertEquals("shut off (crashed)", domstate(name));
        vsh.run("start", name).requireSuccess();
        assertEquals("running (booted)", domstate(name));
    }

    @Test
    void planIsPrintedAndNothingIsDone() throws IOException {
        ContainerDocument document = sandbox.document(root).init("/bin/sleep", "1000");
        vsh.run("define", write(document).toString()).requireSuccess();
        String plan = vsh.run("domain-plan", document.name()).requireSuccess().out();
        assertTrue(plan.contains("execve(\"/bin/sleep\", [\"/bin/sleep\", \"1000\"]"), plan);
        assertEquals("shut off (unknown)", domstate(document.name()));
    }

    @Test
    void outputIsNotLostWhenTheContainerEndsBeforeTheInput() throws IOException {
        root.script("/script", "seq 20000; exit");
        ContainerDocument document = sandbox.document(root).init("/script");
        Vsh.Result result =
                vsh.runWithInput(
                        "x".repeat(1 << 20), "create", write(document).toString(), "--console");
        // The terminal's echo of the input, and its bells, stand anywhere between.
        String printed = result.requireSuccess().out().replaceAll("[x\u0007\r]", "");
        // Of what it printed before anybody listened, only so much is kept.
        assertTrue(numbersTo(20000).endsWith(printed), printed);
        assertTrue(printed.length() > 32 * 1024, printed);
        assertFalse(result.errors().contains("error:"), result.errors());
    }

    private static String numbersTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }
}
