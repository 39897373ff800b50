package dev.vsh.shell.verb;

import dev.vsh.driver.NativeDocument;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code domxml-from-native}. */
final class DomxmlFromNativeVerb implements Verb {
    private final TextFiles files;
    private final HypervisorConnection hypervisor;
    private final Output output;
    private final Option.Text format = NativeFormat.option("source config data format");
    private final Option.Text config;

    DomxmlFromNativeVerb(TextFiles files, HypervisorConnection hypervisor, Output output) {
        this.files = files;
        this.hypervisor = hypervisor;
        this.output = output;
        this.config =
                Option.Text.required("config", "config data file to import from", files.names());
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domxml-from-native",
                CommandGroup.DOMAIN,
                "Convert native config to domain XML",
                "Convert native guest configuration format to domain XML format.",
                List.of(format, config),
                this::run);
    }

    private void run(Invocation invocation) {
        String name = invocation.required(config);
        NativeDocument document =
                new NativeDocument(
                        invocation.required(format), files.read(name), name, files.path(name));
        NativeFormat.print(hypervisor.get().domainXmlFromNative(document), output);
    }
}
