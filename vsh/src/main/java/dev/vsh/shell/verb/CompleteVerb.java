package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.completion.CompletionEngine;
import dev.vsh.shell.output.Output;

import java.util.List;
import java.util.function.Supplier;

/** {@code complete -- WORD...}, for the completion of other shells. */
final class CompleteVerb implements Verb {
    private static final Option.Words STRING =
            new Option.Words("string", "partial string to autocomplete");

    private final Supplier<CommandTable> commands;
    private final Output output;

    /**
     * @param commands the table that this command becomes part of
     */
    CompleteVerb(Supplier<CommandTable> commands, Output output) {
        this.commands = commands;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "complete",
                CommandGroup.SHELL,
                "internal command for autocompletion",
                "internal use only",
                List.of(STRING),
                true,
                this::run);
    }

    private void run(Invocation invocation) {
        List<String> words = invocation.words(STRING);
        CompletionEngine engine = new CompletionEngine(commands.get());
        List<String> candidates =
                words.isEmpty()
                        ? engine.complete(List.of(), "")
                        : engine.complete(words.subList(0, words.size() - 1), words.getLast());
        candidates.forEach(output::printLine);
    }
}
