package dev.vsh.shell.grammar;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;

import java.util.ArrayList;
import java.util.List;

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
                if (name.startsWith("#")) {
                    token = skipCommand(words);
                    continue;
                }
                ArgumentReader arguments = new ArgumentReader(definition(name));
                token = readArguments(words, arguments);
                invocations.add(arguments.asksForHelp() ? help(name) : arguments.invocation());
            } else {
                if (token instanceof Token.HostCommand(String text)) {
                    invocations.add(hostCommand(text));
                }
                token = words.next();
            }
        }
        return invocations;
    }

    private CommandDefinition definition(String name) {
        return commands.find(name)
                .orElseThrow(
                        () ->
                                new SyntaxException(
                                        "unknown command: '" + name + "'" + suggestion(name)));
    }

    private String suggestion(String name) {
        List<String> names = commands.offered().stream().map(CommandDefinition::name).toList();
        return NearestName.to(name, names)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private Invocation help(String name) {
        ArgumentReader arguments = new ArgumentReader(definition("help"));
        arguments.accept(name);
        return arguments.invocation();
    }

    private Invocation hostCommand(String text) {
        ArgumentReader arguments = new ArgumentReader(definition(HOST_COMMAND));
        arguments.accept("--");
        arguments.accept(text);
        return arguments.invocation();
    }

    private static Token readArguments(WordSource words, ArgumentReader arguments) {
        Token token = words.next();
        while (token instanceof Token.Word(String text)) {
            arguments.accept(text);
            token = words.next();
        }
        return token;
    }

    private static Token skipCommand(WordSource words) {
        Token token = words.next();
        while (token instanceof Token.Word) {
            token = words.next();
        }
        return token;
    }
}
