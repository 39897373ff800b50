package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shell as its users meet it: as a process. */
@Timeout(60)
class ProcessTest {
    @TempDir private Path folder;

    @Test
    void exitStatusAndStreamsAreThoseOfTheShell() throws Exception {
        assertEquals(0, run(List.of(), "", "-c", "test:///default", "domid", "test"));
        assertEquals("1\n\n", text("out"));
        assertEquals(1, run(List.of(), "", "-c", "test:///default", "domid", "nosuch"));
        assertTrue(text("err").startsWith("error: failed to get domain 'nosuch'\n"));
    }

    @Test
    void consoleOfAPipeEndsWithTheContainer() throws Exception {
        assertEquals(0, run(List.of(), "hello\n", "-qc", "test:///default", "console", "test"));
        assertTrue(text("out").endsWith("hello\r\nhello\r\n"));
    }

    @Test
    void oneShotCommandLoadsNeitherTerminalNorLoggingNorXml() throws Exception {
        Path log = folder.resolve("classes");
        List<String> options = List.of("-Xlog:class+load:file=" + log);

        assertEquals(0, run(options, "", "-c", "test:///default", "list --all; dominfo test"));

        List<String> loaded = Files.readAllLines(log);
        for (String room : List.of("org.jline.", "org.apache.logging.", "javax.xml.", "jakarta.")) {
            assertEquals(List.of(), loaded.stream().filter(line -> line.contains(room)).toList());
        }
    }

    @Test
    void resultThatCannotBeWrittenIsAFailure() throws Exception {
        Files.createSymbolicLink(folder.resolve("out"), Path.of("/dev/full"));

        assertEquals(1, run(List.of(), "", "-c", "test:///default", "list"));
        assertEquals("error: cannot write the result: No space left on device\n", text("err"));
    }

    private int run(List<String> options, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("in"), input);
        return new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(file("out"))
                .redirectError(file("err"))
                .start()
                .waitFor();
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
