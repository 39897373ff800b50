package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.XPathSyntaxException;
import dev.vsh.shell.output.Output;

import java.util.List;

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
        invocation
                .value(XPATH)
                .ifPresentOrElse(
                        expression -> printSelected(xml, expression, invocation.has(WRAP)),
                        () -> output.printLine(xml.stripTrailing()));
    }

    private void printSelected(String xml, String expression, boolean wrap) {
        List<String> nodes = select(xml, expression);
        if (!wrap) {
            nodes.forEach(output::printLine);
        } else if (nodes.isEmpty()) {
            output.printLine("<nodes/>");
        } else {
            output.printLine("<nodes>");
            nodes.forEach(node -> output.printLine("  " + node));
            output.printLine("</nodes>");
        }
    }

    private static List<String> select(String xml, String expression) {
        try {
            return new DomainXml(xml).select(expression);
        } catch (XPathSyntaxException e) {
            throw new CommandException("invalid argument: " + e.getMessage(), e);
        }
    }
}
