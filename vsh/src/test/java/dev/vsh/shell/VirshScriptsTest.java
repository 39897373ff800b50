package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Cases of virsh-read-bufsiz, virsh-read-non-seekable and virsh-optparse, libvirt's own tests of how virsh reads documents
 * and commands. Those of its other scripts are in {@code golden/virsh-scripts.in}.
 */
@Timeout(60)
class VirshScriptsTest {
    private static final String DOCUMENT =
            "<domain type='lxc'><name>n</name><memory>65536</memory>"
                    + "<os><type>exe</type><init>/bin/sh</init></os></domain>";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 4095, 4096, 8191, 8192, 16383, 16384, 16385, 65536})
    void documentThatFillsABufferIsReadWhole(int size) throws IOException {
        Path file = folder.resolve("domain.xml");
        Files.writeString(file, DOCUMENT + "\n".repeat(size - DOCUMENT.length()));
        assertDefined(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setvcpus test --count       | expected syntax: --count <number>",
                "attach-interface test       | command 'attach-interface' requires <type> option",
                "domstate test --domain test | option --domain already seen",
                "domstate --nosuch test      | command 'domstate' doesn't support option --nosuch",
                "domstate test -- --reason   | unexpected data '--reason'",
            },
            quoteCharacter = '`')
    void whatIsNoCommandIsRefused(String line, String error) {
        ShellRun run = new ShellRun().run("-c", "test:///default", line);
        assertEquals("error: " + error, run.errors().lines().findFirst().orElseThrow());
        assertEquals(1, run.status());
    }

    @Test
    void everyOptionThatIsMissingIsNamed() {
        ShellRun run = new ShellRun().run("-c", "test:///default", "attach-disk test");
        assertEquals(
                """
                error: command 'attach-disk' requires <source> option
                error: command 'attach-disk' requires <target> option
                """,
                run.errors());
    }

    @Test
    void documentComesThroughAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<Path> writing =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Files.writeString(pipe, DOCUMENT);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertDefined(pipe);
        writing.join();
    }

    private static void assertDefined(Path file) {
        ShellRun run = new ShellRun().run("-c", "test:///default", "-q", "define", file.toString());
        assertEquals("", run.errors());
        assertEquals(0, run.status());
    }
}
