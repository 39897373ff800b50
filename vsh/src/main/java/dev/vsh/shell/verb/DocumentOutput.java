package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.XPathSyntaxException;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.util.List;
import java.util.stream.Collectors;

/** Prints a document, or the parts of it that the user asks for. */
final class DocumentOutput {
    static final Option.Text XPATH =
            Option.Text.optional(
                    "xpath", "xpath expression to filter the XML document", ValueCompleter.NOTHING);
    static final Option.Flag WRAP =
            new Option.Flag("wrap", "wrap xpath results in an common root element");

    private final Output output;

    DocumentOutput(Output output) {
        this.output = output;
    }

    void print(String xml, Invocation invocation) {
        output.print(text(xml, invocation));
    }

    /** The same for programs too, which get it as a word. */
    static Answer answer(String xml, Invocation invocation) {
        String text = text(xml, invocation);
        return new Shown(text, Datum.fields(Datum.field("xml", text)));
    }

    private static String text(String xml, Invocation invocation) {
        return invocation
                .value(XPATH)
                .map(expression -> selected(xml, expression, invocation.has(WRAP)))
                .orElseGet(() -> xml.stripTrailing() + "\n");
    }

    private static String selected(String xml, String expression, boolean wrap) {
        List<String> nodes = select(xml, expression);
        if (!wrap) {
            return lines("", nodes);
        }
        return nodes.isEmpty() ? "<nodes/>\n" : "<nodes>\n" + lines("  ", nodes) + "</nodes>\n";
    }

    private static String lines(String indentation, List<String> nodes) {
        return nodes.stream().map(node -> indentation + node + "\n").collect(Collectors.joining());
    }

    private static List<String> select(String xml, String expression) {
        try {
            return new DomainXml(xml).select(expression);
        } catch (XPathSyntaxException e) {
            throw new CommandException("invalid argument: " + e.getMessage(), e);
        }
    }
}
