package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter of system calls and what goes with it, felt from inside. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class ConfinementTest {
    private static final int ALLOWED = 0;
    private static final int EPERM = 1;
    private static final int EBADF = 9;
    private static final int EINVAL = 22;
    private static final int ENOSYS = 38;

    /** Without arguments none of them does anything. */
    private enum Call {
        BPF(321, 280),
        GETPID(39, 172),
        KEXEC_LOAD(246, 104),
        KEYCTL(250, 219),
        OPEN_BY_HANDLE_AT(304, 265),
        PERF_EVENT_OPEN(298, 241),
        FINIT_MODULE(313, 273),
        SWAPOFF(168, 225),
        SYNCFS(306, 267);

        private final int x8664;
        private final int aarch64;

        Call(int x8664, int aarch64) {
            this.x8664 = x8664;
            this.aarch64 = aarch64;
        }

        int number() {
            return System.getProperty("os.arch", "").equals("aarch64") ? aarch64 : x8664;
        }
    }

    /** perl is on every Debian, and knows syscall(2). */
    private static final String PROGRAM =
            """
            open(OUT, ">", shift @ARGV);
            for (@ARGV) {
                my $result = syscall($_ + 0, -1, 0, 0, 0, 0);
                print OUT "$_ " . ($result == -1 ? $! + 0 : 0) . "\\n";
            }
            """;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private ContainerDocument document;
    private Path output;

    @BeforeEach
    void makeDocument() {
        document = sandbox.document();
        output = sandbox.folder().resolve("calls");
    }

    /** What each call says to the container: an errno, or 0. */
    private Map<Call, Integer> say(Call... calls) throws IOException {
        List<String> words =
                Stream.concat(
                                Stream.of("-e", PROGRAM, output.toString()),
                                Stream.of(calls).map(call -> Integer.toString(call.number())))
                        .toList();
        document.init("/usr/bin/perl", words.toArray(String[]::new));
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(document.document());
            domain.start();
            Await.until("the probe's end", domain::status, _ -> !domain.isActive());
        }
        Map<String, Integer> answers =
                Files.readAllLines(output).stream()
                        .map(line -> line.split(" "))
                        .collect(
                                Collectors.toMap(
                                        line -> line[0], line -> Integer.valueOf(line[1])));
        return Stream.of(calls)
                .collect(Collectors.toMap(call -> call, call -> answers.get("" + call.number())));
    }

    private void seccomp(String policy, String rules) {
        document.elements(
                "<vsh:container><vsh:seccomp policy='"
                        + policy
                        + "'>"
                        + rules
                        + "</vsh:seccomp></vsh:container>");
    }

    @Test
    void whatReachesTheMachineIsRefusedByDefault() throws IOException {
        Map<Call, Integer> expected =
                Map.of(
                        Call.BPF, EPERM,
                        Call.GETPID, ALLOWED,
                        Call.KEXEC_LOAD, EPERM,
                        Call.KEYCTL, ENOSYS,
                        Call.OPEN_BY_HANDLE_AT, EPERM,
                        Call.PERF_EVENT_OPEN, EPERM,
                        Call.FINIT_MODULE, EPERM,
                        Call.SWAPOFF, EPERM,
                        Call.SYNCFS, EBADF);
        assertEquals(expected, say(Call.values()));
    }

    @Test
    void userNamespaceMakesNoDifference() throws IOException {
        document.idMap(0, 65_536);
        assertEquals(Map.of(Call.BPF, EPERM, Call.KEYCTL, ENOSYS), say(Call.BPF, Call.KEYCTL));
    }

    @Test
    void capabilityThatIsGivenBringsItsCalls() throws IOException {
        document.features("<capabilities policy='default'><bpf state='on'/></capabilities>");
        assertEquals(Map.of(Call.BPF, EINVAL, Call.KEYCTL, ENOSYS), say(Call.BPF, Call.KEYCTL));
    }

    @Test
    void rulesComeOnTop() throws IOException {
        seccomp(
                "default",
                "<vsh:syscall name='bpf' action='allow'/><vsh:syscall name='syncfs'"
                        + " action='deny'/>");
        assertEquals(
                Map.of(Call.BPF, EINVAL, Call.SYNCFS, EPERM, Call.KEYCTL, ENOSYS),
                say(Call.BPF, Call.SYNCFS, Call.KEYCTL));
    }

    @Test
    void filterCanBeSwitchedOff() throws IOException {
        seccomp("allow", "");
        assertEquals(Map.of(Call.BPF, EINVAL), say(Call.BPF));
    }

    private static List<String> status(Probe probe) {
        return probe.run("grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/self/status")
                .lines()
                .map(line -> line.replaceAll("\\s+", ""))
                .toList();
    }

    @Test
    void noNewPrivilegesAreAnOption() {
        Probe probe = Probe.in(sandbox);
        probe.document()
                .features("<capabilities policy='deny'/>")
                .elements("<vsh:container><vsh:no_new_privs/></vsh:container>");
        assertEquals(
                List.of("CapEff:0000000000000000", "NoNewPrivs:1", "Seccomp:2"), status(probe));
    }

    /** The capability that the filter is installed by must not come along. */
    @Test
    void initThatIsNotRootIsFilteredToo() {
        Probe probe = Probe.in(sandbox);
        probe.document().os("<inituser>alice</inituser>");
        assertEquals(
                List.of("CapEff:0000000000000000", "NoNewPrivs:0", "Seccomp:2"), status(probe));
    }

    @Test
    void missingCapabilitiesDoNotKeepTheFilterOut() {
        Probe probe = Probe.in(sandbox);
        probe.document().features("<capabilities policy='deny'/>").idMap(100_000, 65_536);
        assertEquals(
                List.of("CapEff:0000000000000000", "NoNewPrivs:0", "Seccomp:2"), status(probe));
    }

    @Test
    void unmountingByForceIsRefused() {
        Probe probe = Probe.in(sandbox);
        String answer =
                probe.run("mount -t tmpfs none /tmp; umount -f /tmp; umount /tmp && echo gone");
        assertTrue(answer.contains("Operation not permitted"), answer);
        assertTrue(answer.endsWith("gone"), answer);
    }
}
