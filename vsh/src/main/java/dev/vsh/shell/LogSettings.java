package dev.vsh.shell;

import dev.vsh.shell.output.ShellLog;
import dev.vsh.shell.session.WorkingDirectory;

import java.util.Map;
import java.util.Optional;

/** Finds out what is to be logged where: options first, then virsh's variables. */
final class LogSettings {
    private LogSettings() {}

    static ShellLog log(
            StartOptions options, Map<String, String> environment, WorkingDirectory directory) {
        Optional<String> file =
                options.logFile().or(() -> Optional.ofNullable(environment.get("VIRSH_LOG_FILE")));
        ShellLog.Level level =
                options.debug().or(() -> level(environment)).orElse(ShellLog.Level.ERROR);
        return new ShellLog(file.map(directory::resolve), level);
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
