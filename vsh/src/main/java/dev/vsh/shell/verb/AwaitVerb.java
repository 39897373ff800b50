package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.guests.GuestState;
import dev.vsh.shell.guests.GuestWatch;
import dev.vsh.shell.guests.NamePattern;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.InterruptKey;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

/** {@code await}. */
final class AwaitVerb implements Verb {
    private static final Duration LONG = Duration.ofDays(36_500);

    private static final Option.Text STATE =
            Option.Text.required(
                    "state",
                    "comma separated list of states: running, paused, shutoff",
                    ValueCompleter.list(GuestState.names()));
    private static final Option.Text TIMEOUT =
            Option.Text.optionalNumber("timeout", "timeout seconds");
    private static final Option.Flag ALL =
            new Option.Flag("all", "wait for every domain of the pattern, not for the first");

    private final Option.Text pattern;
    private final HypervisorConnection hypervisor;
    private final InterruptKey key;
    private final Output output;

    AwaitVerb(HypervisorConnection hypervisor, InterruptKey key, Output output) {
        this.hypervisor = hypervisor;
        this.key = key;
        this.output = output;
        this.pattern =
                Option.Text.required(
                        "domain",
                        "domain name, or a pattern of names",
                        (_, _) -> DomainArgument.allNames(hypervisor));
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "await",
                CommandGroup.EVENT,
                "wait for a state of a domain",
                "Wait until a domain is in one of some states, or already is.",
                List.of(pattern, STATE, TIMEOUT, ALL),
                this::run);
    }

    private void run(Invocation invocation) {
        String text = invocation.required(pattern);
        Set<GuestState> wanted = states(invocation.required(STATE));
        NamePattern names = pattern(text);
        Duration patience = Seconds.of(invocation, TIMEOUT).orElse(LONG);
        try (GuestWatch watch =
                        CommandException.attemptToGet(
                                "Failed to listen to events",
                                () -> new GuestWatch(hypervisor.get(), names::matches));
                WaitingLine _ = output.waiting("waiting for '" + text + "'")) {
            Map<String, GuestState> found =
                    key.interruptible(() -> found(watch, wanted, patience, invocation.has(ALL)));
            if (found.isEmpty()) {
                throw new CommandException(
                        "Domain '%s' was not %s within %d seconds"
                                .formatted(text, invocation.required(STATE), patience.toSeconds()));
            }
            found.forEach(
                    (name, state) -> output.message("Domain '" + name + "' is " + state.text()));
        }
    }

    /** Empty when they were not in one of those states in time. */
    private static Map<String, GuestState> found(
            GuestWatch watch, Set<GuestState> wanted, Duration patience, boolean all) {
        if (all) {
            return watch.awaitAll(wanted, patience) ? new TreeMap<>(watch.states()) : Map.of();
        }
        return watch.awaitOne(wanted, patience)
                .map(entry -> Map.of(entry.getKey(), entry.getValue()))
                .orElse(Map.of());
    }

    private static NamePattern pattern(String text) {
        try {
            return new NamePattern(text);
        } catch (PatternSyntaxException e) {
            throw new CommandException("'" + text + "' is no pattern: " + e.getDescription());
        }
    }

    private static Set<GuestState> states(String text) {
        Set<GuestState> states = EnumSet.noneOf(GuestState.class);
        for (String word : text.split(",", -1)) {
            states.add(
                    GuestState.parse(word)
                            .orElseThrow(
                                    () ->
                                            new CommandException(
                                                    "Unknown state '"
                                                            + word
                                                            + "', expecting one of: "
                                                            + String.join(", ", GuestState.names())
                                                            + NearestName.advice(
                                                                    word, GuestState.names()))));
        }
        return states;
    }
}
