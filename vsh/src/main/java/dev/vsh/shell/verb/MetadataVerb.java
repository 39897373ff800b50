package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.MetadataSyntaxException;
import dev.vsh.shell.document.MetadataXml;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code metadata}. */
final class MetadataVerb implements Verb {
    private static final String PREFIX = "[A-Za-z_][A-Za-z0-9_.-]*";
    private static final Option.Flag EDIT =
            new Option.Flag("edit", "use an editor to change the metadata");
    private static final Option.Text KEY =
            Option.Text.optional(
                    "key", "key to be used as a namespace identifier", ValueCompleter.NOTHING);
    private static final Option.Text SET =
            Option.Text.optional("set", "new metadata to set", ValueCompleter.NOTHING);
    private static final Option.Flag REMOVE =
            new Option.Flag("remove", "remove the metadata corresponding to an uri");

    private final DomainArgument domain;
    private final Option.Text uri;
    private final EditedText editor;
    private final Output output;

    MetadataVerb(DomainArgument domain, EditedText editor, Output output) {
        this.domain = domain;
        this.uri =
                Option.Text.required(
                        "uri",
                        "URI of the namespace",
                        (soFar, _) ->
                                domain.ifGiven(soFar).map(MetadataVerb::uris).orElse(List.of()));
        this.editor = editor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), uri));
        options.addAll(DocumentScope.OPTIONS);
        options.addAll(List.of(EDIT, KEY, SET, REMOVE));
        return new CommandDefinition(
                "metadata",
                CommandGroup.DOMAIN,
                "show or set domain's custom XML metadata",
                "Shows or modifies the XML metadata of a domain.",
                options,
                this::run);
    }

    private static List<String> uris(Domain domain) {
        XmlView view = domain.isActive() ? XmlView.LIVE : XmlView.INACTIVE;
        return new MetadataXml(domain.definition(view).metadata()).uris();
    }

    private void run(Invocation invocation) {
        invocation.refuseTogether(EDIT, SET);
        invocation.refuseTogether(REMOVE, SET);
        invocation.refuseTogether(REMOVE, EDIT);
        Domain found = domain.of(invocation);
        String uri = invocation.required(this.uri);
        if (invocation.has(REMOVE)) {
            change(invocation, found, xml -> xml.without(uri));
            output.message("Metadata removed");
        } else if (invocation.has(SET)) {
            set(invocation, found, uri, invocation.required(SET));
        } else if (invocation.has(EDIT)) {
            edit(invocation, found, uri);
        } else {
            output.printLine(current(invocation, found, uri).orElseThrow(MetadataVerb::missing));
        }
    }

    private void edit(Invocation invocation, Domain found, String uri) {
        key(invocation);
        editor.of(current(invocation, found, uri).orElse("") + "\n")
                .ifPresentOrElse(
                        text -> set(invocation, found, uri, text),
                        () -> output.message("Metadata not changed"));
    }

    private void set(Invocation invocation, Domain found, String uri, String text) {
        String key = key(invocation);
        change(invocation, found, xml -> xml.with(uri, key, text));
        output.message("Metadata modified");
    }

    private static String key(Invocation invocation) {
        String key =
                invocation
                        .value(KEY)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "namespace key is required when modifying metadata"));
        if (!key.matches(PREFIX)) {
            throw new CommandException("'" + key + "' is no prefix of a namespace");
        }
        return key;
    }

    private static Optional<String> current(Invocation invocation, Domain found, String uri) {
        XmlView view = DocumentScope.one(invocation, found);
        return new MetadataXml(found.definition(view).metadata()).element(uri);
    }

    /** What a document's metadata becomes. */
    @FunctionalInterface
    private interface Change {
        Optional<String> of(MetadataXml before);
    }

    private static void change(Invocation invocation, Domain found, Change change) {
        UnaryOperator<DomainDefinition> all =
                base -> base.withMetadata(change.of(new MetadataXml(base.metadata())));
        try {
            CommandException.attempt(
                    "Failed to set metadata",
                    () -> found.change(DocumentScope.of(invocation, found), all));
        } catch (MetadataSyntaxException e) {
            throw new CommandException("the metadata is no XML element: " + e.getMessage(), e);
        }
    }

    private static CommandException missing() {
        return new CommandException(
                "metadata not found: Requested metadata element is not present");
    }
}
