package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.Option;

import java.util.stream.Collectors;

/** Words of the command table as other shells want them written. */
final class ShellWords {
    private ShellWords() {}

    /** Safe wherever a shell reads a word. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The options that a command offers, with their dashes. */
    static String options(CommandDefinition command) {
        return command.offeredOptions().stream()
                .map(Option::name)
                .map(name -> "--" + name)
                .collect(Collectors.joining(" "));
    }
}
