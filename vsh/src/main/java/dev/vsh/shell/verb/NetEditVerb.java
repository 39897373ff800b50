package dev.vsh.shell.verb;

import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.Network;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.LineInput;
import dev.vsh.shell.session.TemporaryText;
import dev.vsh.shell.session.TextEditor;

import java.nio.file.Path;
import java.util.List;

/** {@code net-edit}. */
final class NetEditVerb implements Verb {
    private final NetworkArgument network;
    private final HypervisorConnection hypervisor;
    private final TextEditor editor;
    private final Path temporaryFolder;
    private final LineInput answers;
    private final Output output;

    /**
     * @param answers where the user's answers come from when something is wrong with the text
     */
    NetEditVerb(
            NetworkArgument network,
            HypervisorConnection hypervisor,
            TextEditor editor,
            Path temporaryFolder,
            LineInput answers,
            Output output) {
        this.network = network;
        this.hypervisor = hypervisor;
        this.editor = editor;
        this.temporaryFolder = temporaryFolder;
        this.answers = answers;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "net-edit",
                CommandGroup.NETWORK,
                "edit XML configuration for a network",
                "Edit the XML configuration for a network.",
                List.of(network.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Edited edited = new Edited(hypervisor, network.of(invocation));
        String original = edited.xml();
        try (TemporaryText text = new TemporaryText(temporaryFolder, original)) {
            Redefinition redefinition = new Redefinition(edited, original);
            output.message(new EditLoop(editor, text, redefinition, answers, output).run());
        }
    }

    private record Edited(HypervisorConnection hypervisor, Network network)
            implements Redefinition.Subject {
        @Override
        public String title() {
            return "Network " + network.name();
        }

        @Override
        public String xml() {
            return network.xml(XmlView.INACTIVE);
        }

        @Override
        public String define(DomainDocument document) {
            return "Network " + hypervisor.get().networks().define(document).name();
        }
    }
}
