package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;

import java.util.stream.Collectors;

/**
 * Completion of {@code vsh} for bash. Commands and options are written into it, so that they cost no time; values only
 * vsh knows, and is asked for them.
 */
public final class BashCompletion {
    private static final String SCRIPT =
            """
            # Completion of vsh for bash. Made by the build from the table of commands.
            # shellcheck shell=bash

            _vsh_options() {
                case $1 in
            %s        *) ;;
                esac
            }

            # bash has cut the word at = and :, and replaces only what is behind them.
            _vsh_reply() {
                local behind=${word%%"$1"} candidate
                COMPREPLY=()
                while IFS= read -r candidate; do
                    if [[ -n $candidate && $candidate == "$word"* ]]; then
                        [[ $candidate == */ ]] && compopt -o nospace
                        printf -v candidate %%q "${candidate#"$behind"}"
                        COMPREPLY+=("$candidate")
                    fi
                done
            }

            _vsh() {
                local current=$2 line=${COMP_LINE:0:COMP_POINT} word globals=() words=() i=1
                read -ra words <<<"$line"
                [[ $line == *[[:blank:]] ]] && words+=('')
                word=${words[-1]}
                while ((i < ${#words[@]} - 1)) && [[ ${words[i]} == -* ]]; do
                    case ${words[i]} in
                        -c | --connect)
                            globals+=(-c "${words[i + 1]}")
                            ((i++))
                            ;;
                        --connect=*) globals+=("${words[i]}") ;;
                        -r | --readonly) globals+=(-r) ;;
                        %s) ((i++)) ;;
                    esac
                    ((i++))
                done
                if ((i > ${#words[@]} - 1)); then
                    compopt -o default
                    COMPREPLY=()
                elif ((i == ${#words[@]} - 1)) && [[ $word == -* ]]; then
                    _vsh_reply "$current" < <(printf '%%s\\n' %s)
                elif ((i == ${#words[@]} - 1)); then
                    _vsh_reply "$current" < <(printf '%%s\\n' %s)
                elif [[ $word == --* && $word != *=* ]]; then
                    # shellcheck disable=SC2046 # one option a word
                    _vsh_reply "$current" < <(printf '%%s\\n' $(_vsh_options "${words[i]}"))
                else
                    _vsh_reply "$current" < \\
                        <("${words[0]}" -q "${globals[@]}" complete -- "${words[@]:i}" 2>/dev/null)
                fi
            }

            complete -F _vsh vsh
            """;

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
        return SCRIPT.formatted(
                cases,
                String.join(" | ", process.withValue()),
                String.join(" ", process.longNames()),
                names);
    }

    private static String optionsCase(CommandDefinition command) {
        return "        "
                + ShellWords.quoted(command.name())
                + ") echo "
                + ShellWords.quoted(ShellWords.options(command))
                + " ;;\n";
    }
}
