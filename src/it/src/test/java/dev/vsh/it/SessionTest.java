package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Tmux;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What a person does in an hour with the shell, in a real terminal. */
@Order(5)
@Requires({Need.ROOT, Need.BUSYBOX, Need.TMUX})
final class SessionTest {
    private static final String PROMPT = "vsh #";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Tmux terminal;
    private String name;

    @BeforeEach
    void beginSession() throws IOException {
        BusyboxRoot root = sandbox.busyboxRoot();
        root.script("/script", "echo hello from inside\nexec /bin/sh");
        ContainerDocument document = sandbox.document(root).init("/script");
        name = document.name();
        Files.writeString(sandbox.folder().resolve("web.xml"), document.xml());
        editor();
        terminal = Tmux.open(sandbox.folder(), 100, 30);
        terminal.enter("export VISUAL=" + sandbox.folder().resolve("editor"));
        terminal.enter(String.join(" ", sandbox.vsh().command()).replace("?", "\\?"));
        terminal.awaitScreen(PROMPT);
    }

    /** Makes a document worse at its first use and mends it at its second, as people do. */
    private void editor() throws IOException {
        Path editor = sandbox.folder().resolve("editor");
        Files.writeString(
                editor,
                """
                #!/bin/sh
                if grep -q '<vcpi>' "$1"; then
                    sed -i 's,<vcpi>2</vcpi>,<title>edited twice</title>,' "$1"
                else
                    sed -i 's,^  <memory .*,&<vcpi>2</vcpi>,' "$1"
                fi
                """);
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void endSession() {
        terminal.close();
    }

    /** Types a line, and waits for its answer and for the shell to be ready for another. */
    private void command(String line, String answer) {
        terminal.enter(line);
        terminal.awaitScreen(answer);
        awaitPrompt();
    }

    private void awaitPrompt() {
        Await.until(
                "a prompt", terminal::screen, screen -> screen.stripTrailing().endsWith(PROMPT));
    }

    /** Types a line to something else than the shell's prompt. */
    private void enter(String line, String answer) {
        terminal.enter(line);
        terminal.awaitScreen(answer);
    }

    @Test
    void newcomerIsToldWhereToBegin() {
        terminal.awaitScreen("There are no domains yet");
        terminal.awaitScreen("'try' starts a shell in a container");
    }

    @Test
    void lineIsCompletedHintedAndCorrected() {
        terminal.type("domi");
        terminal.press("Tab", "Tab");
        terminal.awaitScreen("domifaddr");
        terminal.press("C-u");
        terminal.type("define ");
        terminal.awaitScreen("define <file> [--validate]");
        terminal.type("web");
        terminal.press("Tab", "Enter");
        terminal.awaitScreen("defined from web.xml");
        awaitPrompt();
        assertFalse(terminal.screen().contains("define web.xml <file>"));
        command("strat " + name, "did you mean 'start'?");
        terminal.type("half a comma");
        terminal.awaitScreen("half a comma");
        terminal.press("C-c");
        awaitPrompt();
        terminal.press("C-r");
        terminal.type("defi");
        terminal.awaitScreen("define web.xml");
        terminal.press("C-c");
        awaitPrompt();
        command("echo over", "\nover");
        // However late the shell hears of them, they are none of the line behind them.
        terminal.press("C-c", "C-c", "C-c", "C-c", "C-c", "C-c");
        command("echo once more", "\nonce more");
    }

    @Test
    void pasteOfSeveralLinesIsOneAndRunsWhenItIsEntered() {
        terminal.paste("echo 'first\nsecond'; echo\tthird");
        terminal.awaitScreen("second'");
        assertFalse(terminal.screen().contains("\nthird"));
        terminal.press("Enter");
        terminal.awaitScreen("\nthird");
        awaitPrompt();
        terminal.enter("echo \"open");
        terminal.awaitScreen("    > ");
        command("and closed\"", "\nand closed");
        command("!echo $((6 * 7)) of the host", "\n42 of the host");
    }

    @Test
    void interruptEndsWhatWaitsAndTheRestOfItsLine() {
        command("define web.xml", "defined from");
        interrupted("event --all --loop");
        terminal.awaitScreen("events received: 0");
        interrupted("await " + name + " running");
        interrupted("net-event --event lifecycle --loop");
        command("start " + name, "started");
        interrupted("log " + name + " --follow");
        command("destroy " + name, "destroyed");
        // Whoever looks at networks has that one.
        command("net-undefine default", "has been undefined");
        assertFalse(terminal.screen().contains("\nnever"));
    }

    /** Enters a command that does not end by itself, between two that do. */
    private void interrupted(String line) {
        String begun = "begun " + line.hashCode();
        terminal.enter("echo " + begun + "; " + line + "; echo never");
        terminal.awaitScreen("\n" + begun);
        terminal.press("C-c");
        awaitPrompt();
    }

    @Test
    void fileSystemOfAContainerThatHangsHoldsNobodyUp() throws IOException {
        command("define web.xml", "defined from");
        command("start " + name, "started");
        Process silent = mountWhatNeverAnswers();
        try {
            terminal.type("exec " + name + " /out/hang/");
            terminal.press("Tab");
            terminal.type("x");
            terminal.awaitScreen("/out/hang/x");
            terminal.press("C-u");
            terminal.type("exec " + name + " /bin/bus");
            terminal.press("Tab");
            terminal.awaitScreen("/bin/busybox");
            terminal.press("C-u");
            command("echo over", "\nover");
        } finally {
            // The kernel then answers in its place.
            silent.destroyForcibly().onExit().join();
        }
        command("destroy " + name, "destroyed");
    }

    /** Inside of the container, by somebody who has opened /dev/fuse and reads nothing from it. */
    private Process mountWhatNeverAnswers() throws IOException {
        long init;
        try (Connection connection = sandbox.connect()) {
            init = connection.lookupDomainByName(name).processes().getFirst().hostPid();
        }
        String mount = "mount -t fuse -o fd=9,rootmode=40000,user_id=0,group_id=0 hang /out/hang";
        Process process =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "exec nsenter --mount --target %d /bin/sh -c '%s' 9<>/dev/fuse"
                                        .formatted(
                                                init,
                                                "mkdir /out/hang && "
                                                        + mount
                                                        + " && echo mounted && exec sleep 1000"))
                        .redirectErrorStream(true)
                        .start();
        assertEquals("mounted", process.inputReader().readLine());
        return process;
    }

    @Test
    void documentThatIsWrongIsEditedOnceMore() {
        command("define web.xml", "defined from");
        enter("edit " + name, "Try again?");
        terminal.awaitScreen("vcpi");
        command("y", "XML configuration edited");
        command("desc " + name + " --title", "edited twice");
    }

    @Test
    void consoleAndTopGiveTheScreenBack() {
        command("define web.xml", "defined from");
        command("start " + name, "started");
        terminal.type("exec " + name + " -- /bin/busyb");
        terminal.press("Tab");
        terminal.awaitScreen("/bin/busybox");
        terminal.press("C-u");
        awaitPrompt();
        enter("console " + name, "hello from inside");
        enter("echo $((6 * 7))", "\n42");
        terminal.press("C-]");
        awaitPrompt();
        command("ps " + name, "Host PID");
        terminal.enter("top --interval 1");
        terminal.awaitScreen("1 running");
        terminal.awaitScreen("CPU history");
        terminal.press("n");
        terminal.awaitScreen("NAME");
        terminal.resize(60, 12);
        Await.until("a smaller picture", terminal::screen, screen -> !screen.contains("history"));
        terminal.awaitScreen("q quit");
        // What is typed while it ends is the shell's.
        terminal.enter("qecho typed' 'ahead");
        terminal.awaitScreen("typed ahead");
        terminal.awaitScreen("Host PID");
        awaitPrompt();
        assertFalse(terminal.screen().contains("q quit"));
        command("destroy " + name, "destroyed");
        enter("quit", "$");
        assertTrue(terminal.screen().contains("quit"));
    }
}
