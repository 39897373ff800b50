package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.Liveliness;

import java.util.function.BiConsumer;

/** {@code shutdown} and {@code reboot}, which ask the init of a domain for something and may wait for it. */
final class InitVerb implements Verb {
    private final Words words;
    private final BiConsumer<Domain, ShutdownRequest> ask;
    private final DomainArgument domain;
    private final InterruptKey key;
    private final Output output;

    /**
     * @param begun what becomes of a domain that nobody waits for
     * @param on what it has become when it is active in the end
     * @param off what it has become when it is not
     */
    private record Words(
            String name, String summary, String description, String begun, String on, String off) {}

    private InitVerb(
            Words words,
            BiConsumer<Domain, ShutdownRequest> ask,
            DomainArgument domain,
            InterruptKey key,
            Output output) {
        this.words = words;
        this.ask = ask;
        this.domain = domain;
        this.key = key;
        this.output = output;
    }

    static InitVerb shutdown(DomainArgument domain, InterruptKey key, Output output) {
        var words =
                new Words(
                        "shutdown",
                        "gracefully shutdown a domain",
                        "Ask the init of the target domain to stop it, as this init wants to be"
                                + " asked.",
                        "is being shutdown",
                        "has been started again (on_poweroff)",
                        "has been shut down");
        return new InitVerb(words, Domain::shutdown, domain, key, output);
    }

    static InitVerb reboot(DomainArgument domain, InterruptKey key, Output output) {
        var words =
                new Words(
                        "reboot",
                        "reboot a domain",
                        "Ask the init of the target domain to reboot, or to stop and be started"
                                + " again.",
                        "is being rebooted",
                        "has been rebooted",
                        "has been shut down (on_reboot)");
        return new InitVerb(words, Domain::reboot, domain, key, output);
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                words.name,
                CommandGroup.DOMAIN,
                words.summary,
                words.description,
                ShutdownOptions.after(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        ShutdownRequest request = ShutdownOptions.of(invocation);
        try (WaitingLine _ = output.waiting("waiting for '" + found.name() + "' to end")) {
            CommandException.attempt(
                    "Failed to " + words.name + " domain '" + domain.typed(invocation) + "'",
                    () -> ask(found, request));
        }
        output.message("Domain '" + domain.typed(invocation) + "' " + become(found, request));
    }

    /** Who does not want to wait any more has asked all the same. */
    private void ask(Domain found, ShutdownRequest request) {
        if (request.patience().isEmpty()) {
            ask.accept(found, request);
            return;
        }
        key.interruptible(
                () -> {
                    ask.accept(found, request);
                    return true;
                });
    }

    private String become(Domain asked, ShutdownRequest request) {
        if (request.patience().isEmpty()) {
            return words.begun;
        }
        return Liveliness.isActive(asked) ? words.on : words.off;
    }
}
