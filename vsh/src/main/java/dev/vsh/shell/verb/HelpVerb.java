package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.manual.CommandHelp;
import dev.vsh.shell.output.FittedText;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.Terminals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** {@code help}. */
final class HelpVerb implements Verb {
    private static final String WHAT =
            "Prints global help, command specific help, or help for a group of related commands";

    private final Supplier<CommandTable> commands;
    private final Terminals terminals;
    private final Output output;
    private final Option.Text topic;

    /**
     * @param commands the table that this command becomes part of
     */
    HelpVerb(Supplier<CommandTable> commands, Terminals terminals, Output output) {
        this.commands = commands;
        this.terminals = terminals;
        this.output = output;
        this.topic = Option.Text.optional("command", WHAT, (_, _) -> topics());
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "help",
                CommandGroup.SHELL,
                "print help",
                "Prints global help, command specific help, or help for a\n"
                        + "group of related commands",
                List.of(topic),
                this::run);
    }

    private void run(Invocation invocation) {
        invocation.value(topic).ifPresentOrElse(this::printTopic, this::printAll);
    }

    private void printAll() {
        StringBuilder text = new StringBuilder("Grouped commands:\n\n");
        for (CommandGroup group : CommandGroup.values()) {
            text.append(CommandHelp.of(group, commands.get())).append('\n');
        }
        print(text.toString());
    }

    private void print(String text) {
        OptionalInt columns = terminals.columns();
        output.print(columns.isPresent() ? new FittedText(columns.getAsInt()).fit(text) : text);
    }

    private void printTopic(String name) {
        String text =
                commands.get()
                        .find(name)
                        .map(CommandHelp::of)
                        .or(() -> commands.get().findMissing(name).map(CommandHelp::of))
                        .or(() -> group(name).map(group -> CommandHelp.of(group, commands.get())))
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "command or command group '"
                                                        + name
                                                        + "' doesn't exist"
                                                        + suggestion(name)));
        print(text);
    }

    private String suggestion(String name) {
        return NearestName.advice(name, topics());
    }

    private static Optional<CommandGroup> group(String name) {
        return Arrays.stream(CommandGroup.values())
                .filter(group -> group.isCalled(name))
                .findFirst();
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>();
        commands.get().offered().forEach(command -> topics.add(command.name()));
        for (CommandGroup group : CommandGroup.values()) {
            topics.add(group.keyword());
        }
        return topics;
    }
}
