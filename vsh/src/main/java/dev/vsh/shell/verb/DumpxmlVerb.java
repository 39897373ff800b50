package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.XPathSyntaxException;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code dumpxml}. */
final class DumpxmlVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "show inactive defined XML");
    // A container's document has nothing that the next two would add or leave out.
    private static final Option.Flag SECURITY_INFO =
            new Option.Flag("security-info", "include security sensitive information in XML dump");
    private static final Option.Flag MIGRATABLE =
            new Option.Flag("migratable", "provide XML suitable for migrations");
    private static final Option.Text XPATH =
            Option.Text.optional(
                    "xpath", "xpath expression to filter the XML document", ValueCompleter.NOTHING);
    private static final Option.Flag WRAP =
            new Option.Flag("wrap", "wrap xpath results in an common root element");

    private final DomainArgument domain;
    private final Output output;

    DumpxmlVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "dumpxml",
                CommandGroup.DOMAIN,
                "domain information in XML",
                "Output the domain information as an XML dump to stdout.",
                List.of(domain.option(), INACTIVE, SECURITY_INFO, MIGRATABLE, XPATH, WRAP),
                this::run);
    }

    private void run(Invocation invocation) {
        XmlView view = invocation.has(INACTIVE) ? XmlView.INACTIVE : XmlView.LIVE;
        String xml = domain.of(invocation).xml(view);
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
