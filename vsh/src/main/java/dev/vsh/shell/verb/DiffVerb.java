package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.document.RuntimeDetails;
import dev.vsh.shell.look.UnifiedDiff;
import dev.vsh.shell.output.Ink;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code diff}. */
final class DiffVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    DiffVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "diff",
                CommandGroup.DOMAIN,
                "compare a running domain with its definition",
                "Show what the next start would change: the document of the running domain against"
                        + " that\n"
                        + "of its definition, as a unified diff. Numbers and devices of this run are"
                        + " left out.",
                List.of(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        requireBoth(found);
        String definition = found.xml(XmlView.INACTIVE);
        List<String> active = RuntimeDetails.without(found.xml(XmlView.LIVE), definition);
        List<String> inactive = RuntimeDetails.without(definition, definition);
        List<String> difference = new UnifiedDiff(active, inactive).lines();
        if (difference.isEmpty()) {
            output.message("Domain '" + found.name() + "' runs as its definition says");
            return;
        }
        output.printLine(output.paint(Ink.BOLD, "--- " + found.name() + " (active)"));
        output.printLine(output.paint(Ink.BOLD, "+++ " + found.name() + " (inactive)"));
        difference.forEach(line -> output.printLine(painted(line)));
    }

    private static void requireBoth(Domain domain) {
        if (!domain.isActive()) {
            throw new CommandException(
                    "domain '"
                            + domain.name()
                            + "' is not running, so there is nothing to compare its definition"
                            + " with");
        }
        if (!domain.isPersistent()) {
            throw new CommandException(
                    "domain '"
                            + domain.name()
                            + "' is transient: it has no definition to be compared with");
        }
    }

    private String painted(String line) {
        return switch (line.charAt(0)) {
            case '-' -> output.paint(Ink.RED, line);
            case '+' -> output.paint(Ink.GREEN, line);
            case '@' -> output.paint(Ink.CYAN, line);
            default -> line;
        };
    }
}
