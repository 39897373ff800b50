package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;

import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Completion of {@code vsh} for another shell. Commands and options are written into it, so that they cost no time;
 * values only vsh knows, and is asked for them.
 */
public record ShellCompletion(Dialect dialect, CommandTable commands, ProcessOptions process) {
    /** The shells, and how they are told of a command and its options. */
    public enum Dialect {
        BASH("vsh.bash") {
            @Override
            String command(CommandDefinition command) {
                return ShellWords.quoted(command.name()) + " ";
            }

            @Override
            String options(CommandDefinition command) {
                return "        "
                        + ShellWords.quoted(command.name())
                        + ") echo "
                        + ShellWords.quoted(ShellWords.options(command))
                        + " ;;\n";
            }
        },
        /** With what each is for. */
        ZSH("vsh.zsh") {
            @Override
            String command(CommandDefinition command) {
                return "        " + described(command.name(), command.summary()) + "\n";
            }

            @Override
            String options(CommandDefinition command) {
                String options =
                        command.offeredOptions().stream()
                                .map(Dialect::described)
                                .collect(Collectors.joining(" "));
                return "        ("
                        + ShellWords.quoted(command.name())
                        + ") options=("
                        + options
                        + ") ;;\n";
            }
        };

        private final String template;

        Dialect(String template) {
            this.template = template;
        }

        abstract String command(CommandDefinition command);

        abstract String options(CommandDefinition command);

        private static String described(Option option) {
            return described("--" + option.name(), CommandHelp.help(option));
        }

        /** A colon parts the word from what it is for. */
        private static String described(String word, String meaning) {
            return ShellWords.quoted(word.replace(":", "\\:") + ":" + meaning);
        }
    }

    public String text() {
        return new Template(dialect.template)
                .with("commands", ofAll(dialect::command))
                .with("options", ofAll(dialect::options))
                .with("with-value", String.join(" | ", process.withValue()))
                .with("long-names", String.join(" ", process.longNames()))
                .text();
    }

    private String ofAll(Function<CommandDefinition, String> words) {
        return commands.offered().stream().map(words).collect(Collectors.joining());
    }
}
