package dev.vsh.shell;

import dev.vsh.shell.console.EscapeCharacter;
import dev.vsh.shell.output.OutputFormat;
import dev.vsh.shell.output.ShellLog;

import java.util.List;
import java.util.Optional;

/**
 * How the process was asked to work.
 *
 * @param script a file of commands, {@code -} for standard input
 * @param words the command, or none for a shell that asks for them
 */
record StartOptions(
        Optional<String> uri,
        Optional<ShellLog.Level> debug,
        EscapeCharacter escape,
        Optional<String> logFile,
        OutputFormat output,
        boolean quiet,
        boolean readOnly,
        boolean timing,
        Optional<String> script,
        List<String> words,
        List<String> warnings) {
    StartOptions {
        words = List.copyOf(words);
        warnings = List.copyOf(warnings);
    }
}
