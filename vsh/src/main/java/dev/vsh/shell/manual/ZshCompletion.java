package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;

import java.util.stream.Collectors;

/** Completion of {@code vsh} for zsh, with what each command and option is for. */
public final class ZshCompletion {
    private final CommandTable commands;
    private final ProcessOptions process;

    public ZshCompletion(CommandTable commands, ProcessOptions process) {
        this.commands = commands;
        this.process = process;
    }

    public String text() {
        String names =
                commands.offered().stream()
                        .map(command -> described(command.name(), command.summary()))
                        .map(name -> "        " + name + "\n")
                        .collect(Collectors.joining());
        String cases =
                commands.offered().stream()
                        .map(ZshCompletion::optionsCase)
                        .collect(Collectors.joining());
        return new Template("vsh.zsh")
                .with("commands", names)
                .with("options", cases)
                .with("with-value", String.join("|", process.withValue()))
                .with("long-names", String.join(" ", process.longNames()))
                .text();
    }

    private static String optionsCase(CommandDefinition command) {
        String options =
                command.offeredOptions().stream()
                        .map(ZshCompletion::described)
                        .collect(Collectors.joining(" "));
        return "        (" + ShellWords.quoted(command.name()) + ") options=(" + options + ") ;;\n";
    }

    private static String described(Option option) {
        return described("--" + option.name(), CommandHelp.help(option));
    }

    /** A colon parts the word from what it is for. */
    private static String described(String word, String meaning) {
        return ShellWords.quoted(word.replace(":", "\\:") + ":" + meaning);
    }
}
