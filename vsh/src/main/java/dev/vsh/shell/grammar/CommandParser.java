package dev.vsh.shell.grammar;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads commands. */
public final class CommandParser {
    /** The command that gives a line to the host's shell. */
    public static final String HOST_COMMAND = "!";

    private final CommandTable commands;

    public CommandParser(CommandTable commands) {
        this.commands = commands;
    }

    /**
     * Reads to the end: one mistake anywhere, and there is nothing to run.
     *
     * @throws SyntaxException about the first mistake
     */
    public List<Invocation> parse(WordSource words) {
        List<Invocation> invocations = new ArrayList<>();
        Token token = words.next();
        while (!(token instanceof Token.EndOfInput)) {
            if (token instanceof Token.Word(String name)) {
                token =
                        name.startsWith("#")
                                ? readWords(words, _ -> {})
                                : readCommand(name, words, invocations);
            } else {
                if (token instanceof Token.HostCommand(String text)) {
                    invocations.add(hostCommand(text));
                }
                token = words.next();
            }
        }
        return invocations;
    }

    private Token readCommand(String name, WordSource words, List<Invocation> invocations) {
        Optional<CommandDefinition> known = commands.find(name);
        if (known.isEmpty()) {
            return readMissing(missing(name), words, invocations);
        }
        ArgumentReader arguments = new ArgumentReader(known.get());
        Token end = readWords(words, arguments::accept);
        invocations.add(arguments.asksForHelp() ? help(name) : arguments.invocation());
        return end;
    }

    private Token readMissing(
            CommandDefinition command, WordSource words, List<Invocation> invocations) {
        List<String> arguments = new ArrayList<>();
        Token end = readWords(words, arguments::add);
        invocations.add(
                arguments.contains("--help")
                        ? help(command.name())
                        : new Invocation(command, Map.of()));
        return end;
    }

    /** What its words mean is for virsh to know. */
    private CommandDefinition missing(String name) {
        return commands.findMissing(name)
                .orElseThrow(
                        () ->
                                new SyntaxException(
                                        "unknown command: '" + name + "'" + suggestion(name)));
    }

    private String suggestion(String name) {
        List<String> names = commands.offered().stream().map(CommandDefinition::name).toList();
        return NearestName.advice(name, names);
    }

    private Invocation help(String name) {
        ArgumentReader arguments = new ArgumentReader(commands.find("help").orElseThrow());
        arguments.accept(name);
        return arguments.invocation();
    }

    private Invocation hostCommand(String text) {
        ArgumentReader arguments = new ArgumentReader(commands.find(HOST_COMMAND).orElseThrow());
        arguments.accept("--");
        arguments.accept(text);
        return arguments.invocation();
    }

    private static Token readWords(WordSource words, Consumer<String> reader) {
        Token token = words.next();
        while (token instanceof Token.Word(String text)) {
            reader.accept(text);
            token = words.next();
        }
        return token;
    }
}
