package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;

import java.util.stream.Collectors;

/** Completion of {@code vsh} for zsh, with what each command and option is for. */
public final class ZshCompletion {
    private static final String SCRIPT =
            """
            #compdef vsh
            # Completion of vsh for zsh. Made by the build from the table of commands.

            _vsh_commands() {
                local -a commands=(
            %s    )
                _describe command commands
            }

            _vsh_options() {
                local -a options=()
                case $1 in
            %s        (*) ;;
                esac
                _describe option options
            }

            _vsh() {
                local -a globals=() candidates=()
                local -i i=2
                while ((i < CURRENT)) && [[ ${words[i]} == -* ]]; do
                    case ${words[i]} in
                        (-c|--connect) globals+=(-c "${words[i + 1]}"); i+=1 ;;
                        (--connect=*) globals+=("${words[i]}") ;;
                        (-r|--readonly) globals+=(-r) ;;
                        (%s) i+=1 ;;
                    esac
                    i+=1
                done
                if ((i > CURRENT)); then
                    _files
                elif ((i == CURRENT)) && [[ ${words[i]} == -* ]]; then
                    compadd -- %s
                elif ((i == CURRENT)); then
                    _vsh_commands
                elif [[ ${words[CURRENT]} == --* && ${words[CURRENT]} != *=* ]]; then
                    _vsh_options ${words[i]}
                else
                    candidates=(${(f)"$(${words[1]} -q $globals complete -- ${words[i,CURRENT]} 2>/dev/null)"})
                    compadd -a candidates
                fi
            }

            _vsh "$@"
            """;

    private final CommandTable commands;
    private final ProcessOptions process;

    public ZshCompletion(CommandTable commands, ProcessOptions process) {
        this.commands = commands;
        this.process = process;
    }

    public String text() {
        return SCRIPT.formatted(
                commands.offered().stream()
                        .map(
                                command ->
                                        "        "
                                                + described(command.name(), command.summary())
                                                + "\n")
                        .collect(Collectors.joining()),
                commands.offered().stream()
                        .map(ZshCompletion::optionsCase)
                        .collect(Collectors.joining()),
                String.join("|", process.withValue()),
                String.join(" ", process.longNames()));
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
