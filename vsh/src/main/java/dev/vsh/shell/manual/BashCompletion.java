package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;

import java.util.stream.Collectors;

/**
 * Completion of {@code vsh} for bash. Commands and options are written into it, so that they cost no time; values only
 * vsh knows, and is asked for them.
 */
public final class BashCompletion {
    private final CommandTable commands;
    private final ProcessOptions process;

    public BashCompletion(CommandTable commands, ProcessOptions process) {
        this.commands = commands;
        this.process = process;
    }

    public String text() {
        String cases =
                commands.offered().stream()
                        .map(BashCompletion::optionsCase)
                        .collect(Collectors.joining());
        String names =
                commands.offered().stream()
                        .map(CommandDefinition::name)
                        .map(ShellWords::quoted)
                        .collect(Collectors.joining(" "));
        return new Template("vsh.bash")
                .with("options", cases)
                .with("with-value", String.join(" | ", process.withValue()))
                .with("long-names", String.join(" ", process.longNames()))
                .with("commands", names)
                .text();
    }

    private static String optionsCase(CommandDefinition command) {
        return "        "
                + ShellWords.quoted(command.name())
                + ") echo "
                + ShellWords.quoted(ShellWords.options(command))
                + " ;;\n";
    }
}
