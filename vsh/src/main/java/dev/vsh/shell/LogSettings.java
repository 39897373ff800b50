package dev.vsh.shell;

import dev.vsh.shell.output.ShellLog;
import dev.vsh.shell.session.WorkingDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** Finds out what is to be logged where: options first, then virsh's variables. */
final class LogSettings {
    private LogSettings() {}

    /**
     * @throws UsageException when the file cannot be written
     */
    static ShellLog log(
            StartOptions options, Map<String, String> environment, WorkingDirectory directory) {
        Optional<String> file =
                options.logFile().or(() -> Optional.ofNullable(environment.get("VIRSH_LOG_FILE")));
        ShellLog.Level level =
                options.debug().or(() -> level(environment)).orElse(ShellLog.Level.ERROR);
        Optional<Path> path = file.map(directory::resolve);
        path.ifPresent(LogSettings::requireWritable);
        return new ShellLog(path, level);
    }

    private static void requireWritable(Path file) {
        try {
            Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException _) {
            throw new UsageException("failed to open the log file. check the log file path");
        }
    }

    private static Optional<ShellLog.Level> level(Map<String, String> environment) {
        try {
            return ShellLog.Level.ofNumber(
                    Integer.parseInt(environment.getOrDefault("VIRSH_DEBUG", "")));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
