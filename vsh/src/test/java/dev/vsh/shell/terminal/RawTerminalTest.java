package dev.vsh.shell.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.TerminalSize;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.linux.LinuxNativePty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Runs on a pseudo terminal of its own: what a test types goes to the far end of it. */
@Timeout(20)
class RawTerminalTest {
    private Terminal terminal;
    private OutputStream keys;
    private Path device;

    @BeforeEach
    void openPseudoTerminal() throws IOException {
        terminal =
                TerminalBuilder.builder()
                        .system(false)
                        .jni(true)
                        .exec(false)
                        .ffm(false)
                        .jna(false)
                        .jansi(false)
                        .streams(InputStream.nullInputStream(), new ByteArrayOutputStream())
                        .paused(true)
                        .size(new Size(100, 30))
                        .build();
        LinuxNativePty pty = (LinuxNativePty) ((AbstractPosixTerminal) terminal).getPty();
        device = Path.of(pty.getName());
        keys = pty.getMasterOutput();
    }

    @AfterEach
    void closePseudoTerminal() throws IOException {
        terminal.close();
    }

    @Test
    void everyKeyComesThrough() throws IOException {
        try (RawTerminal raw =
                new RawTerminal(terminal, new DeviceKeyboard(device), new TypedAhead())) {
            byte[] typed = {3, 4, 13, 17, 19, 26, 28, 29, 127, 'a'};
            keys.write(typed);
            keys.flush();

            byte[] buffer = new byte[100];
            int length = 0;
            while (length < typed.length) {
                byte[] part = new byte[100];
                int count = raw.read(part);
                System.arraycopy(part, 0, buffer, length, count);
                length += count;
            }
            assertArrayEquals(typed, Arrays.copyOf(buffer, length));
        }
    }

    @Test
    void closingGivesTheTerminalBackAndEndsTheRead() throws Exception {
        Attributes before = terminal.getAttributes();
        RawTerminal raw = new RawTerminal(terminal, new DeviceKeyboard(device), new TypedAhead());
        CompletableFuture<Integer> read = new CompletableFuture<>();
        Thread.ofPlatform()
                .start(
                        () -> {
                            try {
                                read.complete(raw.read(new byte[10]));
                            } catch (IOException e) {
                                read.completeExceptionally(e);
                            }
                        });
        assertFalse(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON));

        raw.close();

        assertEquals(-1, read.get());
        assertTrue(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON));
        assertEquals(before.toString(), terminal.getAttributes().toString());
    }

    @Test
    void resizeIsTold() {
        AtomicReference<TerminalSize> told = new AtomicReference<>();
        try (RawTerminal raw =
                new RawTerminal(terminal, new DeviceKeyboard(device), new TypedAhead())) {
            raw.onResize(told::set);
            terminal.setSize(new Size(132, 50));
            terminal.raise(Terminal.Signal.WINCH);
        }
        assertEquals(new TerminalSize(132, 50), told.get());
    }
}
