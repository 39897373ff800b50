package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Transcript;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** The consoles of running containers, through the API. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class ConsoleTest {
    private static final int MANY_LINES = 100_000;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private BusyboxRoot root;
    private ContainerDocument document;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        root = sandbox.busyboxRoot();
        document = sandbox.document(root);
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Domain start(String commands) {
        root.script("/script", commands);
        return connection.createDomain(document.init("/script").document());
    }

    private void awaitFile(String inside) {
        Await.until(inside, () -> Files.exists(root.path(inside)));
    }

    @Test
    void shellAnswersWhoeverTypes() {
        Domain domain = start("exec /bin/sh");
        try (Transcript console = Transcript.of(domain)) {
            console.type("echo $((6 * 7))\n");
            console.awaitText("\n42");
            console.type("exit\n");
            console.awaitEnd();
        }
    }

    /** Whoever looks for readers of the terminal must not touch what else they read: the helper serves that itself. */
    @Test
    void endOfInputWaitsForReadersOfOtherFiles() {
        Domain domain =
                start(
                        "for i in $(seq 9); do dd if=/proc/meminfo of=/dev/null bs=1; done; cat;"
                                + " echo over");
        try (Transcript console = Transcript.of(domain)) {
            console.endInput();
            console.awaitText("over");
            console.awaitEnd();
        }
    }

    @Test
    void whatWasPrintedBeforeIsReplayed() {
        Domain domain = start("echo early words; touch /out/printed; exec sleep 1000");
        awaitFile("/out/printed");
        try (Transcript console = Transcript.of(domain)) {
            console.awaitText("early words");
        }
        try (Transcript again = Transcript.of(domain)) {
            again.awaitText("early words");
        }
    }

    @Test
    void clientsSeeTheSame() {
        Domain domain = start("exec cat");
        try (Transcript first = Transcript.of(domain);
                Transcript second = Transcript.of(domain)) {
            second.type("from the second\n");
            first.awaitText("from the second\r\nfrom the second");
            second.awaitText("from the second\r\nfrom the second");
            first.type("from the first\n");
            second.awaitText("from the first\r\nfrom the first");
        }
    }

    @Test
    void clientThatLeavesDisturbsNobody() {
        Domain domain = start("exec cat");
        try (Transcript stays = Transcript.of(domain)) {
            Transcript.of(domain).close();
            stays.type("still here\n");
            stays.awaitText("still here\r\nstill here");
        }
    }

    @Test
    void forceDisconnectsTheOthers() {
        Domain domain = start("exec cat");
        try (Transcript first = Transcript.of(domain)) {
            first.type("one\n");
            first.awaitText("one\r\none");
            try (Transcript second =
                    Transcript.of(domain, new ConsoleOptions(Optional.empty(), true))) {
                first.awaitEnd();
                second.type("two\n");
                second.awaitText("two\r\ntwo");
                assertFalse(second.isEnded());
            }
        }
    }

    @Test
    void sizeIsPassedOnAndTold() {
        Domain domain = start("trap 'stty size' WINCH\necho ready\nwhile :; do sleep 0.1; done");
        try (Transcript console = Transcript.of(domain)) {
            console.awaitText("ready");
            console.resize(123, 45);
            console.awaitText("45 123");
        }
    }

    @Test
    void secondConsoleIsTty2() {
        document.consoles(2);
        Domain domain = start("exec cat </dev/tty2 >/dev/tty2");
        try (Transcript second =
                Transcript.of(domain, new ConsoleOptions(Optional.of("console1"), false))) {
            second.type("over here\n");
            second.awaitText("over here\r\nover here");
        }
        try (Transcript first = Transcript.of(domain)) {
            first.type("x\n");
            first.awaitText("x");
            assertFalse(first.text().contains("over here"));
        }
    }

    @Test
    void missingConsoleIsNamed() {
        Domain domain = start("exec sleep 1000");
        var failure =
                assertThrows(
                        DriverException.class,
                        () ->
                                domain.openConsole(
                                        new ConsoleOptions(Optional.of("console7"), false)));
        assertEquals(ErrorCode.INVALID_ARG, failure.code());
        assertTrue(failure.getMessage().contains("'console7'"), failure.getMessage());
    }

    @Test
    void nobodyWatchingNeverBlocksTheContainer() {
        Domain domain = start("seq " + MANY_LINES + "; touch /out/printed; exec sleep 1000");
        awaitFile("/out/printed");
        try (Transcript late = Transcript.of(domain)) {
            late.awaitText("\n" + MANY_LINES + "\r\n");
            assertTrue(late.text().length() <= 64 * 1024, "the replay is bounded");
        }
    }

    @Test
    void clientThatDoesNotReadIsLetGo() {
        Domain domain =
                start("read line; seq " + MANY_LINES + "; touch /out/printed; exec sleep 1000");
        try (ConsoleStream deaf = domain.openConsole(ConsoleOptions.FIRST);
                Transcript other = Transcript.of(domain)) {
            other.type("\n");
            awaitFile("/out/printed");
            other.awaitText("\n" + MANY_LINES + "\r\n");
            String lines = other.text().substring(other.text().indexOf("1\r\n2\r\n"));
            assertEquals(MANY_LINES, lines.lines().count());
        }
    }

    @Test
    void lastWordsReachTheClient() {
        Domain domain = start("read line; seq " + MANY_LINES);
        try (Transcript console = Transcript.of(domain)) {
            console.type("\n");
            assertTrue(console.awaitEnd().endsWith("\n" + MANY_LINES + "\r\n"));
        }
    }

    @Test
    void destructionEndsTheConversation() {
        Domain domain = start("exec sleep 1000");
        try (Transcript console = Transcript.of(domain)) {
            domain.destroy();
            console.awaitEnd();
        }
    }

    @Test
    void consoleStaysWhenTheContainerClosesAndOpensIt() {
        Domain domain =
                start("exec <&- >&- 2>&-; exec </dev/console >/dev/console; echo back; exec cat");
        try (Transcript console = Transcript.of(domain)) {
            console.awaitText("back");
            console.type("fine\n");
            console.awaitText("fine\r\nfine");
        }
    }

    /** As a terminal whose user has typed ^S: the container goes on, and so does the terminal in the end. */
    @Test
    void clientThatTakesNothingMissesOutputAndIsNotSentAway() throws IOException {
        Domain domain =
                start(
                        "i=0; while [ ! -e /stop ]; do i=$((i+1)); seq 20000;"
                                + " [ $i -lt 40 ] || touch /past; done;"
                                // What is said while it still takes nothing may be what it misses.
                                + " while :; do echo last words; sleep 1; done");
        try (ConsoleStream console = domain.openConsole(ConsoleOptions.FIRST)) {
            awaitFile("/past");
            root.write("/stop", "");
            StringBuilder seen = new StringBuilder();
            byte[] buffer = new byte[1 << 16];
            while (seen.indexOf("last words") < 0) {
                int count = console.read(buffer);
                assertTrue(count > 0, "the console has ended");
                seen.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
            assertTrue(seen.indexOf("output was left out") > 0);
        }
    }
}
