package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code domxml-to-native}. */
final class DomxmlToNativeVerb implements Verb {
    private final DomainArgument domain;
    private final TextFiles files;
    private final HypervisorConnection hypervisor;
    private final Output output;
    private final Option.Text format = NativeFormat.option("target config data type format");
    private final Option.Text xml;

    DomxmlToNativeVerb(
            DomainArgument domain,
            TextFiles files,
            HypervisorConnection hypervisor,
            Output output) {
        this.domain = domain;
        this.files = files;
        this.hypervisor = hypervisor;
        this.output = output;
        this.xml = Option.Text.optional("xml", "xml data file to export from", files.names());
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domxml-to-native",
                CommandGroup.DOMAIN,
                "Convert domain XML to native config",
                "Convert domain XML config to a native guest configuration format.",
                // In this order, as virsh takes a file that follows no name, and no domain.
                List.of(format, xml, domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        invocation.refuseTogether(domain.option(), xml);
        DomainDocument document =
                invocation
                        .value(xml)
                        .map(name -> DomainDocument.of(files.read(name), name))
                        .or(() -> domain.find(invocation).map(DomxmlToNativeVerb::definition))
                        .orElseThrow(
                                () -> new CommandException("need either domain or domain XML"));
        NativeFormat.print(
                hypervisor.get().domainXmlToNative(invocation.required(format), document), output);
    }

    private static DomainDocument definition(Domain domain) {
        return DomainDocument.of(domain.xml(XmlView.INACTIVE), domain.name());
    }
}
