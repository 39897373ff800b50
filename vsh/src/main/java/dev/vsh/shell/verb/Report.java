package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.OutputFormat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes commands that answer with a value; what that looks like is for their user to say. */
final class Report {
    static final Option.Choice FORMAT =
            new Option.Choice("output", "table, plain or json", OutputFormat.words());

    private final Output output;

    Report(Output output) {
        this.output = output;
    }

    /**
     * @param answer {@link Answer#NOTHING} from a command that can also change something, when it has
     */
    CommandDefinition command(
            String name,
            CommandGroup group,
            String summary,
            String description,
            List<? extends Option> options,
            Function<Invocation, Answer> answer) {
        List<Option> all = new ArrayList<>(options);
        all.add(place(options), FORMAT);
        return new CommandDefinition(
                name,
                group,
                summary,
                description,
                all,
                invocation -> output.show(answer.apply(invocation), format(invocation)));
    }

    /** Words stand last. */
    private static int place(List<? extends Option> options) {
        boolean words = !options.isEmpty() && options.getLast() instanceof Option.Words;
        return words ? options.size() - 1 : options.size();
    }

    static Optional<OutputFormat> format(Invocation invocation) {
        return invocation.chosen(FORMAT).flatMap(OutputFormat::of);
    }
}
