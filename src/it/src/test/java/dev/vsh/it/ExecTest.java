package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecEvent;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.TerminalSize;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands in containers that run, seen from inside and from whoever ran them. */
@Order(7)
@Requires({Need.ROOT, Need.BUSYBOX})
final class ExecTest {
    /** A terminal has none until its client has said which. */
    private static final String SIZE = "until stty size | grep -v '24 80'; do sleep 0.05; done";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private BusyboxRoot root;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        root = sandbox.busyboxRoot();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private ContainerDocument document() {
        return sandbox.document(root).init("/bin/sleep", "1000");
    }

    private Domain start() {
        return connection.createDomain(document().document());
    }

    private Vsh.Result exec(Domain domain, String... words) {
        return execWithInput("", domain, words);
    }

    private Vsh.Result execWithInput(String input, Domain domain, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "exec";
        all[1] = domain.name();
        System.arraycopy(words, 0, all, 2, words.length);
        return sandbox.vsh().runWithInput(input, all);
    }

    private String output(Domain domain, String script) {
        return exec(domain, "--", "/bin/sh", "-c", script).requireSuccess().out();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 126, 127, 255})
    void exitStatusIsTheCommands(int status) {
        Vsh.Result result = exec(start(), "--", "sh", "-c", "exit " + status);
        assertEquals(new Vsh.Result(status, "", ""), result);
    }

    @ParameterizedTest
    @CsvSource({"KILL, 137", "TERM, 143", "HUP, 129"})
    void signalIsAStatusToo(String signal, int status) {
        assertEquals(status, exec(start(), "--", "sh", "-c", "kill -" + signal + " $$").status());
    }

    @Test
    void linesBehindItAreForTheShellThatReadsThem() {
        String line = "exec " + start().name() + " -- cat\n";
        Vsh.Result result = sandbox.vsh().runWithInput(line + line + "echo behind\n");
        assertEquals("behind", result.requireSuccess().out().strip());
    }

    @Test
    void commandThatIsNotThereOrCannotBeRunIsToldApart() {
        Domain domain = start();
        Vsh.Result missing = exec(domain, "--", "no-such-command");
        assertEquals(127, missing.status());
        assertEquals(
                "error: cannot run 'no-such-command' in domain '"
                        + domain.name()
                        + "': there is no such command\n",
                missing.errors());
        root.write("/out/data", "no program");
        assertEquals(126, exec(domain, "--", "/out/data").status());
        assertEquals(126, exec(domain, "--", "/out").status());
        assertEquals(127, exec(domain, "--", "/out/nothing").status());
    }

    @Test
    void streamsAreKeptApartAndInputEnds() {
        Vsh.Result result =
                execWithInput("typed\n", start(), "--", "sh", "-c", "cat; echo oh >&2; cat");
        assertEquals(new Vsh.Result(0, "typed\n", "oh\n"), result);
    }

    @Test
    void megabytesComeThroughUnchanged() {
        String text = "0123456789abcdef".repeat(256 * 1024);
        assertEquals(text, execWithInput(text, start(), "--", "cat").requireSuccess().out());
    }

    @Test
    void commandIsWhereItsInitIs() throws IOException {
        Domain domain = start();
        long init = ((DomainStatus.Running) domain.status()).initPid();
        String script =
                "for n in ipc uts net cgroup mnt pid; do readlink /proc/self/ns/$n; done;"
                        + " cat /proc/self/cgroup";
        StringBuilder expected = new StringBuilder();
        for (String kind : new String[] {"ipc", "uts", "net", "cgroup", "mnt", "pid"}) {
            expected.append(Files.readSymbolicLink(Path.of("/proc/" + init + "/ns/" + kind)))
                    .append('\n');
        }
        String inside = output(domain, script);
        assertTrue(inside.startsWith(expected.toString()), inside);
        assertTrue(
                inside.substring(expected.length()).lines().allMatch(line -> line.endsWith(":/")),
                inside);
        assertEquals("/\n" + domain.name() + "\n", output(domain, "pwd; hostname"));
    }

    @Test
    void commandMayDoWhatItsInitMay() {
        Domain domain = start();
        String fields = "grep -E '^(Cap|NoNewPrivs|Seccomp:)' /proc/";
        assertEquals(output(domain, fields + "1/status"), output(domain, fields + "self/status"));
    }

    @Test
    void nothingOfTheHelpersIsOpen() {
        assertEquals(
                "0\n1\n2\n",
                output(
                        start(),
                        "cd /proc/self/fd; for f in 0 1 2 3 4 5 6 7 8 9"
                                + " 1? 2?; do [ -e $f ] && echo $f; done; true"));
    }

    @Test
    void userEnvironmentAndFolderAreAsAskedFor() {
        Domain domain = start();
        Vsh.Result result =
                exec(
                        domain,
                        "--user",
                        "alice",
                        "--env",
                        "A=one two",
                        "--env",
                        "B=",
                        "--cwd",
                        "/tmp",
                        "--",
                        "sh",
                        "-c",
                        "id; pwd; echo $A-$B; echo $HOME $USER; echo again >/dev/stdout");
        assertEquals(
                "uid=1000(alice) gid=1000(alice) groups=29(audio),44(video)\n"
                        + "/tmp\none two-\n/home/alice alice\nagain\n",
                result.requireSuccess().out());
        assertEquals(1, exec(domain, "--user", "nobody-knows", "--", "id").status());
        assertEquals(1, exec(domain, "--env", "novalue", "--", "id").status());
        assertEquals(1, exec(domain, "--cwd", "/no/such", "--", "id").status());
    }

    @Test
    void rootOfAUserNamespaceIsNobodyOutside() throws IOException {
        Domain domain = connection.createDomain(document().idMap(100000, 65536).document());
        long init = ((DomainStatus.Running) domain.status()).initPid();
        Path users = Files.readSymbolicLink(Path.of("/proc/" + init + "/ns/user"));
        assertEquals(
                "0\n0 100000 65536\n" + users + "\n",
                output(
                        domain,
                        "id -u; echo $(cat /proc/self/uid_map); readlink /proc/self/ns/user"));
        assertEquals(
                "1000\n",
                exec(domain, "--user", "alice", "--", "sh", "-c", "id -u >/dev/stdout")
                        .requireSuccess()
                        .out());
    }

    @Test
    void programOfTheHostIsNotRunByALink() throws IOException {
        Domain domain = start();
        Files.createSymbolicLink(root.path("/bin/trap"), Path.of("/proc/self/exe"));
        root.write("/bin/script", "#!/proc/self/exe\n");
        root.path("/bin/script").toFile().setExecutable(true);
        // Static or not, the host's Java finds no loader here; where it does, it is 126.
        assertNotEquals(0, exec(domain, "--", "trap").status());
        assertNotEquals(0, exec(domain, "--", "/bin/script").status());
        assertTrue(domain.isActive());
    }

    @Test
    void backgroundProcessDoesNotHoldUpTheEnd() {
        assertEquals("done\n", output(start(), "sleep 1000 & echo done"));
    }

    @Test
    void commandsEndWithTheirContainer() throws IOException {
        Domain domain = start();
        try (ExecStream stream = domain.exec(ExecRequest.of("sleep", "1000"))) {
            domain.destroy();
            assertEquals(137, ((ExecEvent.Ended) stream.next()).end().status());
        }
    }

    @Test
    void terminalIsOneOfTheContainers() throws IOException {
        Domain domain = start();
        try (ExecStream stream =
                domain.exec(
                        new ExecRequest(
                                List.of(
                                        "sh",
                                        "-c",
                                        "tty; " + SIZE + "; read x; echo got $x; exit 3"),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                true))) {
            stream.resize(100, 30);
            stream.write("line\n".getBytes(StandardCharsets.UTF_8), 0, 5);
            StringBuilder text = new StringBuilder();
            ExecEvent event = stream.next();
            while (event instanceof ExecEvent.Output(var bytes)) {
                text.append(StandardCharsets.UTF_8.decode(bytes));
                event = stream.next();
            }
            assertEquals(3, ((ExecEvent.Ended) event).end().status());
            // What is typed before anybody reads is echoed somewhere in between.
            assertTrue(text.toString().contains("/dev/pts/1\r\n"), text.toString());
            assertTrue(text.toString().contains("30 100\r\n"), text.toString());
            assertTrue(text.toString().contains("got line\r\n"), text.toString());
        }
    }

    @Test
    void terminalHasASizeFromTheBeginning() throws IOException {
        Domain domain = start();
        ExecRequest request =
                new ExecRequest(
                        List.of("stty", "size"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        true);
        assertEquals("24 80\r\n", output(domain, request));
        assertEquals("50 132\r\n", output(domain, request.withSize(new TerminalSize(132, 50))));
    }

    private static String output(Domain domain, ExecRequest request) throws IOException {
        try (ExecStream stream = domain.exec(request)) {
            StringBuilder text = new StringBuilder();
            while (stream.next() instanceof ExecEvent.Output(var bytes)) {
                text.append(StandardCharsets.UTF_8.decode(bytes));
            }
            return text.toString();
        }
    }

    @Test
    void hangUpReachesACommandOnATerminal() throws IOException {
        Domain domain = start();
        ExecStream stream =
                domain.exec(
                        new ExecRequest(
                                List.of(
                                        "sh",
                                        "-c",
                                        "trap 'echo hup >/out/hup; exit' HUP; echo on;"
                                                + " while :; do sleep 1; done"),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                true));
        stream.next();
        stream.close();
        Await.until("the hang-up", () -> Files.exists(root.path("/out/hup")));
    }

    /** Without a terminal nobody else would tell it. */
    @Test
    void interruptKeyReachesACommandWithoutATerminal() throws IOException {
        Domain domain = start();
        String waiting = "while :; do sleep 1; done";
        assertEquals(new Vsh.Result(130, "on\n", ""), interrupted(domain, "echo on; sleep 2000"));
        assertEquals(
                new Vsh.Result(7, "on\ntold\n", ""),
                interrupted(domain, "trap 'echo told; exit 7' INT; echo on; " + waiting));
        assertEquals("", output(domain, "ps | grep '[s]leep 2000' || :"));
    }

    private Vsh.Result interrupted(Domain domain, String script) throws IOException {
        // Who starts a gate in the background has it ignore the signal, and its children inherit
        // that.
        Vsh vsh = sandbox.vsh().under("env", "--default-signal=INT");
        Process process = vsh.start("exec", domain.name(), "--", "sh", "-c", script);
        int first = process.getInputStream().read();
        HostCommand.run("kill", "-INT", Long.toString(process.pid()));
        Vsh.Result rest = Vsh.finish(process, "");
        return new Vsh.Result(rest.status(), (char) first + rest.out(), rest.errors());
    }

    @Test
    void pausedAndInactiveDomainsRunNothing() {
        Domain domain = connection.defineDomain(document().document());
        assertRefused("domain is not running", domain);
        domain.start();
        domain.suspend();
        assertRefused("domain is paused, resume it first", domain);
    }

    private static void assertRefused(String reason, Domain domain) {
        DriverException refusal =
                assertThrows(DriverException.class, () -> domain.exec(ExecRequest.of("/bin/true")));
        assertEquals(ErrorCode.OPERATION_INVALID, refusal.code());
        assertEquals(reason, refusal.details().getFirst());
    }

    @Test
    void lxcEnterNamespaceIsTheSameByVirshsName() {
        Domain domain = start();
        Vsh.Result result =
                sandbox.vsh()
                        .run(
                                "lxc-enter-namespace",
                                domain.name(),
                                "--noseclabel",
                                "--",
                                "/bin/sh",
                                "-c",
                                "hostname; exit 9");
        assertEquals(new Vsh.Result(9, domain.name() + "\n", ""), result);
    }

    @Test
    void signalGoesToAProcessByItsNumberInside() throws IOException {
        Domain domain = start();
        try (ExecStream stream = domain.exec(ExecRequest.of("sleep", "1000"))) {
            long pid = Long.parseLong(output(domain, "pidof sleep").split("[ \n]")[0]);
            assertTrue(pid > 1);
            sandbox.vsh()
                    .run("send-process-signal", domain.name(), Long.toString(pid), "SIGTERM")
                    .requireSuccess();
            assertEquals(143, ((ExecEvent.Ended) stream.next()).end().status());
        }
        Vsh.Result missing = sandbox.vsh().run("send-process-signal", domain.name(), "999", "kill");
        assertEquals(
                "error: invalid argument: domain '%1$s' has no process 999\n"
                        .formatted(domain.name()),
                missing.errors());
        sandbox.vsh().run("send-process-signal", domain.name(), "1", "9").requireSuccess();
        Await.until("its end", connection::listAllDomains, List::isEmpty);
    }
}
