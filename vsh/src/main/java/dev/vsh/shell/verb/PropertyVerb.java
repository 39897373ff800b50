package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;

import java.util.List;
import java.util.function.Supplier;

/** A command that prints one thing about the host: {@code uri}, {@code hostname}, {@code version}. */
final class PropertyVerb implements Verb {
    private final String name;
    private final String summary;
    private final String description;
    private final Supplier<Answer> answer;
    private final Output output;

    /**
     * @param answer asked for at each run
     */
    PropertyVerb(
            String name,
            String summary,
            String description,
            Supplier<Answer> answer,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.description = description;
        this.answer = answer;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        name,
                        CommandGroup.HOST,
                        summary,
                        description,
                        List.of(),
                        _ -> answer.get());
    }
}
