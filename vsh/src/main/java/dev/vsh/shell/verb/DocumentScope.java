package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code --config}, {@code --live} and {@code --current}: which of a domain's documents a command changes. */
final class DocumentScope {
    private static final Option.Flag CONFIG = new Option.Flag("config", "affect next boot");
    private static final Option.Flag LIVE = new Option.Flag("live", "affect running domain");
    private static final Option.Flag CURRENT = new Option.Flag("current", "affect current domain");

    private static final Option.Flag PERSISTENT =
            new Option.Flag("persistent", "make live change persistent");

    static final List<Option> OPTIONS = List.of(CONFIG, LIVE, CURRENT);

    /** For devices: {@code --persistent} is {@code --config}, and {@code --live} where the domain runs. */
    static final List<Option> WITH_PERSISTENT = List.of(PERSISTENT, CONFIG, LIVE, CURRENT);

    private DocumentScope() {}

    /** For a command that shows one of them. */
    static XmlView one(Invocation invocation, Domain domain) {
        return one(invocation, domain, CommandException::new);
    }

    /**
     * @param attempt what errors say first
     */
    static XmlView one(Invocation invocation, Domain domain, String attempt) {
        return one(invocation, domain, reason -> CommandException.because(attempt, reason));
    }

    private static XmlView one(
            Invocation invocation, Domain domain, Function<String, CommandException> failure) {
        Set<XmlView> documents = of(invocation, domain);
        if (documents.size() > 1) {
            throw new CommandException("Options --live and --config are mutually exclusive");
        }
        if (documents.contains(XmlView.LIVE) && !domain.isActive()) {
            throw failure.apply("Requested operation is not valid: domain is not running");
        }
        if (documents.contains(XmlView.INACTIVE) && !domain.isPersistent()) {
            throw failure.apply(
                    "Requested operation is not valid: transient domains do not have any"
                            + " persistent config");
        }
        return documents.iterator().next();
    }

    static Set<XmlView> of(Invocation invocation, Domain domain) {
        return of(invocation, domain.isActive());
    }

    /**
     * @param active whether there is something that runs
     */
    static Set<XmlView> of(Invocation invocation, boolean active) {
        invocation.refuseTogether(CURRENT, LIVE);
        invocation.refuseTogether(CURRENT, CONFIG);
        invocation.refuseTogether(CURRENT, PERSISTENT);
        EnumSet<XmlView> documents = EnumSet.noneOf(XmlView.class);
        boolean persistent = invocation.has(PERSISTENT);
        if (invocation.has(LIVE) || (persistent && active)) {
            documents.add(XmlView.LIVE);
        }
        if (invocation.has(CONFIG) || persistent) {
            documents.add(XmlView.INACTIVE);
        }
        if (documents.isEmpty()) {
            documents.add(active ? XmlView.LIVE : XmlView.INACTIVE);
        }
        return documents;
    }
}
