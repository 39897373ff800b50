package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The log manager of a process is chosen when that starts, so there is one for each test. */
final class NoLoggingTest {
    @Test
    void nothingIsLoggedAndNothingComplains() throws IOException, InterruptedException {
        assertEquals("dev.vsh.linux.NoLogging\n", output("dev.vsh.linux.NoLogging"));
    }

    /** Or the other one would prove nothing. */
    @Test
    void theJdkLogsOtherwise() throws IOException, InterruptedException {
        String output = output("java.util.logging.LogManager");

        assertTrue(output.contains("SEVERE: something"), output);
    }

    private static String output(String manager) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.util.logging.manager=" + manager,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Logging.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    /** What runs in the process. */
    static final class Logging {
        private Logging() {}

        public static void main(String[] arguments) {
            Logger logger = Logger.getLogger("com.example");
            logger.severe("something");
            System.out.print(LogManager.getLogManager().getClass().getName() + "\n");
        }
    }
}
