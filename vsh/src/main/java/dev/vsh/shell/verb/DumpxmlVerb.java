package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code dumpxml}. */
final class DumpxmlVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "show inactive defined XML");
    // A container's document has nothing that the next three would add, change or leave out.
    private static final Option.Flag SECURITY_INFO =
            new Option.Flag("security-info", "include security sensitive information in XML dump");
    private static final Option.Flag UPDATE_CPU =
            new Option.Flag("update-cpu", "update guest CPU according to host CPU");
    private static final Option.Flag MIGRATABLE =
            new Option.Flag("migratable", "provide XML suitable for migrations");
    private final DomainArgument domain;
    private final DocumentOutput document;

    DumpxmlVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.document = new DocumentOutput(output);
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "dumpxml",
                CommandGroup.DOMAIN,
                "domain information in XML",
                "Output the domain information as an XML dump to stdout.",
                List.of(
                        domain.option(),
                        INACTIVE,
                        SECURITY_INFO,
                        UPDATE_CPU,
                        MIGRATABLE,
                        DocumentOutput.XPATH,
                        DocumentOutput.WRAP),
                this::run);
    }

    private void run(Invocation invocation) {
        XmlView view = invocation.has(INACTIVE) ? XmlView.INACTIVE : XmlView.LIVE;
        document.print(domain.of(invocation).xml(view), invocation);
    }
}
