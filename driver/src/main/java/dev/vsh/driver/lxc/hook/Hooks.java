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
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The scripts of one folder: {@code lxc}, then those of {@code lxc.d} by name; what may not be executed is no script.
 *
 * @param folder may be missing: then nothing is run
 */
public record Hooks(Syscalls syscalls, Path folder) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    /** Whether there is anything to run. */
    public boolean arePresent() {
        return !scripts().isEmpty();
    }

    /**
     * Runs all, one after another, up to the first that fails. Call with the domain's lock held: a hook that asks for
     * the domain waits for itself.
     *
     * @param xml of the domain, for their input
     * @throws DriverException HOOK_SCRIPT_FAILED naming the script and what it said
     */
    public void run(String domain, HookMoment moment, Supplier<String> xml) {
        List<Path> scripts = scripts();
        if (scripts.isEmpty()) {
            return;
        }
        Duration timeout = timeout();
        for (Path script : scripts) {
            new HookRun(syscalls, script, domain, moment, timeout).run(xml.get());
        }
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
    private Duration timeout() {
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
