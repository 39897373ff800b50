package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.LineInput;
import dev.vsh.shell.session.TemporaryText;
import dev.vsh.shell.session.TextEditor;

import java.nio.file.Path;
import java.util.List;

/** {@code edit}. */
final class EditVerb implements Verb {
    private static final Option.Flag SKIP_VALIDATE =
            new Option.Flag("skip-validate", "skip validation of the XML against the schema");

    private final DomainArgument domain;
    private final HypervisorConnection hypervisor;
    private final TextEditor editor;
    private final Path temporaryFolder;
    private final LineInput answers;
    private final Output output;

    /**
     * @param answers where the user's answers come from when something is wrong with the text
     */
    EditVerb(
            DomainArgument domain,
            HypervisorConnection hypervisor,
            TextEditor editor,
            Path temporaryFolder,
            LineInput answers,
            Output output) {
        this.domain = domain;
        this.hypervisor = hypervisor;
        this.editor = editor;
        this.temporaryFolder = temporaryFolder;
        this.answers = answers;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "edit",
                CommandGroup.DOMAIN,
                "edit XML configuration for a domain",
                "Edit the XML configuration for a domain.",
                List.of(domain.option(), SKIP_VALIDATE),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        String original = found.xml(XmlView.INACTIVE);
        try (TemporaryText text = new TemporaryText(temporaryFolder, original)) {
            Redefinition redefinition =
                    new Redefinition(new EditedDomain(hypervisor.get(), found), original);
            if (invocation.has(SKIP_VALIDATE)) {
                redefinition.skipValidation();
            }
            String name = new EditLoop(editor, text, redefinition, answers, output).run();
            output.message(name);
        }
    }
}
