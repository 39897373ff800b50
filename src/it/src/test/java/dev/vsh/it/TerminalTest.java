package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
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

/** The shell in a real terminal. */
@Order(5)
@Requires({Need.ROOT, Need.BUSYBOX, Need.TMUX})
final class TerminalTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Tmux terminal;
    private String name;
    private BusyboxRoot root;

    @BeforeEach
    void startContainer() {
        root = sandbox.busyboxRoot();
        root.script("/script", "echo hello from inside\nexec /bin/sh");
        var document = sandbox.document(root).init("/script");
        name = document.name();
        try (Connection connection = sandbox.connect()) {
            connection.defineDomain(document.document()).start();
        }
        terminal = Tmux.open(sandbox.folder(), 80, 24);
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
    }

    /** Between two looks at the terminal's settings, which must be the same. */
    private void vsh(String words) {
        terminal.enter(
                "stty -g >before; "
                        + sandbox.vsh().launcher()
                        + " -c '"
                        + sandbox.uri()
                        + "' "
                        + words
                        + "; echo status $? >ended; stty -g >after; touch done");
    }

    private void awaitEnd(int status) throws IOException {
        Path folder = sandbox.folder();
        Await.until("vsh's end", () -> Files.exists(folder.resolve("done")));
        assertEquals("status " + status + "\n", Files.readString(folder.resolve("ended")));
        assertEquals(
                Files.readString(folder.resolve("before")),
                Files.readString(folder.resolve("after")));
    }

    @Test
    void escapeCharacterLeavesTheConsole() throws IOException {
        vsh("console " + name);
        terminal.awaitScreen("hello from inside");
        terminal.enter("echo $((6 * 7))");
        terminal.awaitScreen("\n42");
        terminal.press("C-]");
        awaitEnd(0);
    }

    @Test
    void escapeCharacterCanBeChosen() throws IOException {
        vsh("-e ^T console " + name);
        terminal.awaitScreen("hello from inside");
        terminal.press("C-t");
        awaitEnd(0);
    }

    @Test
    void endOfTheContainerGivesTheTerminalBack() throws IOException {
        vsh("console " + name);
        terminal.awaitScreen("hello from inside");
        terminal.enter("exit");
        awaitEnd(0);
    }

    @Test
    void sizeOfTheTerminalIsTheContainersToo() throws IOException {
        vsh("console " + name);
        terminal.awaitScreen("hello from inside");
        terminal.enter("stty size");
        terminal.awaitScreen("24 80");
        terminal.resize(100, 30);
        terminal.enter("while [ \"$(stty size)\" != '30 100' ]; do sleep 0.1; done; echo as large");
        terminal.awaitScreen("\nas large");
        terminal.press("C-]");
        awaitEnd(0);
    }

    /** Programs that look once, at their beginning, see the window that they are in. */
    @Test
    void containerThatIsStartedForATerminalHasItsSizeFromTheBeginning() throws IOException {
        try (Connection connection = sandbox.connect()) {
            connection.lookupDomainByName(name).destroy();
        }
        root.script("/script", "stty size >/out/size\nexec /bin/sh");
        terminal.resize(100, 30);
        vsh("start " + name + " --console");
        terminal.awaitScreen("Escape character");
        terminal.press("C-]");
        awaitEnd(0);
        assertEquals("30 100\n", Files.readString(root.path("/out/size")));
    }

    @Test
    void interruptKeyGoesToTheContainer() throws IOException {
        vsh("console " + name);
        terminal.awaitScreen("hello from inside");
        // Whoever presses the key before it is in the foreground stops nothing, in any shell.
        terminal.enter("sh -c 'echo in the \"\"foreground; exec sleep 1000'");
        terminal.awaitScreen("in the foreground");
        terminal.press("C-c");
        terminal.enter("echo $((6 * 7))");
        terminal.awaitScreen("\n42");
        terminal.press("C-]");
        awaitEnd(0);
    }

    @Test
    void conversationCompletesNamesOfDomains() throws IOException {
        vsh("");
        terminal.awaitScreen("vsh #");
        terminal.type("domstate " + name.substring(0, name.length() - 1));
        terminal.press("Tab");
        terminal.press("Enter");
        terminal.awaitScreen("\nrunning");
        terminal.enter("console " + name);
        terminal.awaitScreen("hello from inside");
        terminal.press("C-]");
        terminal.enter("quit");
        awaitEnd(0);
        assertTrue(terminal.screen().contains("domstate " + name));
    }
}
