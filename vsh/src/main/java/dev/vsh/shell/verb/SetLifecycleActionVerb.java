package dev.vsh.shell.verb;

import dev.vsh.domain.LifecycleEvent;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code set-lifecycle-action}. */
final class SetLifecycleActionVerb implements Verb {
    private static final Option.Text TYPE =
            Option.Text.required(
                    "type",
                    "lifecycle type to modify: poweroff, reboot or crash",
                    (_, _) -> events());
    private static final Option.Text ACTION =
            Option.Text.required(
                    "action",
                    "lifecycle action to set: destroy or restart",
                    (_, _) -> List.of("destroy", "restart"));

    /** What other drivers know; this one says in its own words that it does not. */
    private static final Set<String> ACTIONS =
            Set.of(
                    "destroy",
                    "restart",
                    "rename-restart",
                    "preserve",
                    "coredump-destroy",
                    "coredump-restart");

    private final DomainArgument domain;

    SetLifecycleActionVerb(DomainArgument domain) {
        this.domain = domain;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "set-lifecycle-action",
                CommandGroup.DOMAIN,
                "change lifecycle actions",
                "Change lifecycle actions for the guest domain.",
                Stream.concat(
                                Stream.of(domain.option(), TYPE, ACTION),
                                DocumentScope.OPTIONS.stream())
                        .toList(),
                this::run);
    }

    private void run(Invocation invocation) {
        LifecycleEvent event = event(invocation.required(TYPE));
        String action = invocation.required(ACTION);
        if (!ACTIONS.contains(action)) {
            throw new CommandException(
                    "Invalid lifecycle action '"
                            + action
                            + "'."
                            + advice(action, List.of("destroy", "restart")));
        }
        Domain found = domain.of(invocation);
        Set<XmlView> documents = DocumentScope.of(invocation, found);
        CommandException.attempt(
                "Unable to change lifecycle action.",
                () -> found.setLifecycleAction(event, action, documents));
    }

    private static LifecycleEvent event(String text) {
        return Arrays.stream(LifecycleEvent.values())
                .filter(event -> event.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "Invalid lifecycle type '"
                                                + text
                                                + "'."
                                                + advice(text, events())));
    }

    private static List<String> events() {
        return Arrays.stream(LifecycleEvent.values()).map(LifecycleEvent::text).toList();
    }

    /** A sentence of its own, behind one of virsh's. */
    private static String advice(String word, List<String> known) {
        return NearestName.to(word, known)
                .map(nearest -> " Did you mean '" + nearest + "'?")
                .orElse("");
    }
}
