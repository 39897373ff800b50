package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code echo}: shows how a line was read. */
final class EchoVerb implements Verb {
    private static final Option.Flag SHELL = new Option.Flag("shell", "escape for shell use");
    private static final Option.Flag XML = new Option.Flag("xml", "escape for XML use");
    private static final Option.Flag SPLIT =
            new Option.Flag("split", "split each argument on ','; ',,' is an escape sequence");
    private static final Option.Flag ERR = new Option.Flag("err", "output to stderr");
    private static final Option.Words STRING = new Option.Words("string", "arguments to echo");
    // Made for libvirt's own tests of aliases.
    private static final Option.Alias STR = new Option.Alias("str", "string");
    private static final Option.Alias HI = new Option.Alias("hi", "string=hello");

    private final Output output;

    EchoVerb(Output output) {
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "echo",
                CommandGroup.SHELL,
                "echo arguments. Used for internal testing.",
                "Echo back arguments, possibly with quoting. Used for internal testing.",
                List.of(SHELL, XML, SPLIT, ERR, STRING, STR, HI),
                this::run);
    }

    private void run(Invocation invocation) {
        invocation.refuseTogether(SHELL, XML);
        String text =
                invocation.words(STRING).stream()
                        .map(word -> invocation.has(XML) ? xmlEscape(word) : word)
                        .map(word -> invocation.has(SHELL) ? shellQuote(word) : word)
                        .map(word -> invocation.has(SPLIT) ? onePieceALine(word) : word)
                        .collect(Collectors.joining(" "));
        if (invocation.has(ERR)) {
            output.error(text);
        } else {
            // no newline: the one after each command ends the line
            output.print(text);
        }
    }

    private static String xmlEscape(String word) {
        return word.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    private static String shellQuote(String word) {
        boolean plain = !word.isEmpty() && word.chars().noneMatch(EchoVerb::isSpecial);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isSpecial(int c) {
        return "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~".indexOf(c) >= 0;
    }

    private static String onePieceALine(String word) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != ',') {
                piece.append(word.charAt(i));
            } else if (word.startsWith(",,", i)) {
                piece.append(',');
                i++;
            } else {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces.stream().map(text -> text + "\n").collect(Collectors.joining());
    }
}
