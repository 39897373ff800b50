package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code undefine}. */
final class UndefineVerb implements Verb {
    private static final String NO_STORAGE = "a container's files are never removed";
    private static final String NO_FIRMWARE = "a container has neither nvram nor a TPM";

    private final DomainArgument domain;
    private final Output output;

    UndefineVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "undefine",
                CommandGroup.DOMAIN,
                "undefine a domain",
                "Undefine an inactive domain, or convert persistent to transient.",
                List.of(
                        domain.option(),
                        // Scripts pass these to be on the safe side; there is nothing to remove.
                        new Option.Flag("managed-save", "remove domain managed state file"),
                        new Option.Flag("snapshots-metadata", "remove all snapshot metadata"),
                        new Option.Flag("checkpoints-metadata", "remove all checkpoint metadata"),
                        Option.Refused.text("storage", NO_STORAGE),
                        Option.Refused.flag("remove-all-storage", NO_STORAGE),
                        Option.Refused.flag("wipe-storage", NO_STORAGE),
                        Option.Refused.flag("delete-storage-volume-snapshots", NO_STORAGE),
                        Option.Refused.flag("nvram", NO_FIRMWARE),
                        Option.Refused.flag("keep-nvram", NO_FIRMWARE),
                        Option.Refused.flag("tpm", NO_FIRMWARE),
                        Option.Refused.flag("keep-tpm", NO_FIRMWARE)),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        CommandException.attempt(
                "Failed to undefine domain '" + domain.typed(invocation) + "'", found::undefine);
        output.message("Domain '" + domain.typed(invocation) + "' has been undefined");
    }
}
