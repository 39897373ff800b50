package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.LastLine;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code desc}. */
final class DescVerb implements Verb {
    private static final Option.Flag TITLE =
            new Option.Flag("title", "modify/get title instead of description");
    private static final Option.Flag EDIT =
            new Option.Flag("edit", "open an editor to modify the description");
    private static final Option.Words TEXT = new Option.Words("new-desc", "message");

    private final DomainArgument domain;
    private final EditedText editor;
    private final Output output;

    DescVerb(DomainArgument domain, EditedText editor, Output output) {
        this.domain = domain;
        this.editor = editor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option()));
        options.addAll(DocumentScope.OPTIONS);
        options.add(TITLE);
        options.add(EDIT);
        options.add(TEXT);
        return new Report(output)
                .command(
                        "desc",
                        CommandGroup.DOMAIN,
                        "show or set domain's description or title",
                        "Allows to show or modify description or title of a domain.",
                        options,
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        List<String> words = invocation.words(TEXT);
        boolean title = invocation.has(TITLE);
        String what = title ? "title" : "description";
        if (invocation.has(EDIT)) {
            editor.of(before(invocation, found, words, title))
                    .ifPresentOrElse(
                            text -> set(invocation, found, title, text.stripTrailing()),
                            () -> output.lastMessage("Domain " + what + " not changed"));
            return Answer.NOTHING;
        }
        if (words.isEmpty()) {
            Optional<String> known =
                    text(found.definition(DocumentScope.one(invocation, found)), title);
            return new LastLine(
                    known.orElse("No " + what + " for domain: " + found.name()),
                    Datum.fields(Datum.field(what, Datum.of(known))));
        }
        set(invocation, found, title, String.join(" ", words));
        return Answer.NOTHING;
    }

    /** What is said on the command line goes before what is there. */
    private static String before(
            Invocation invocation, Domain found, List<String> words, boolean title) {
        return words.isEmpty()
                ? text(found.definition(DocumentScope.one(invocation, found)), title).orElse("")
                : String.join(" ", words);
    }

    private void set(Invocation invocation, Domain found, boolean title, String given) {
        String what = title ? "title" : "description";
        Optional<String> text = Optional.of(given).filter(any -> !any.isEmpty());
        CommandException.attempt(
                "Failed to set new domain " + what,
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base -> title ? base.withTitle(text) : base.withDescription(text)));
        output.lastMessage("Domain " + what + " updated successfully");
    }

    private static Optional<String> text(DomainDefinition domain, boolean title) {
        return title ? domain.title() : domain.description();
    }
}
