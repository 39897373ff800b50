package dev.vsh.driver.lxc.hook;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scripts of one folder: {@code lxc}, then those of {@code lxc.d} by name; what may not be executed is no script.
 *
 * @param folder may be missing: then nothing is run
 */
public record Hooks(Syscalls syscalls, Path folder) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    /** Those that there are now. */
    public HookScripts look() {
        return new HookScripts(this, scripts());
    }

    private List<Path> scripts() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> scripts = new ArrayList<>(List.of(folder.resolve("lxc")));
        Path more = folder.resolve("lxc.d");
        if (Files.isDirectory(more)) {
            try (Stream<Path> files = Files.list(more)) {
                files.sorted().forEach(scripts::add);
            } catch (IOException e) {
                throw failed("cannot read '" + more + "': " + e.getMessage());
            }
        }
        scripts.removeIf(script -> !Files.isRegularFile(script) || !Files.isExecutable(script));
        return scripts;
    }

    /** Seconds, in a file beside the scripts: whoever starts a container, they have the same time. */
    Duration timeout() {
        Path file = folder.resolve("timeout");
        if (!Files.exists(file)) {
            return USUAL_TIMEOUT;
        }
        try {
            long seconds = Long.parseLong(Files.readString(file).strip());
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (IOException | NumberFormatException _) {
            // Told below.
        }
        throw failed("'" + file + "' must hold a number of seconds");
    }

    private static DriverException failed(String reason) {
        return new DriverException(ErrorCode.HOOK_SCRIPT_FAILED, reason);
    }
}
