package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.EventStream;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.InterruptKey;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code event}. */
final class EventVerb implements Verb {
    static final String LIFECYCLE = DomainEvent.Type.LIFECYCLE.text();
    static final Duration LONG = Duration.ofDays(1);

    private static final List<String> TYPES =
            Arrays.stream(DomainEvent.Type.values()).map(DomainEvent.Type::text).toList();

    private static final Option.Text EVENT =
            Option.Text.optional("event", "which event type to wait for", (_, _) -> TYPES);
    private static final Option.Flag ALL =
            new Option.Flag("all", "wait for all events instead of just one type");
    private static final Option.Flag LOOP =
            new Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot");
    private static final Option.Text TIMEOUT =
            Option.Text.optionalNumber("timeout", "timeout seconds");
    private static final Option.Flag LIST = new Option.Flag("list", "list valid event types");
    private static final Option.Flag TIMESTAMP =
            new Option.Flag("timestamp", "show timestamp for each printed event");

    private final DomainArgument domain;
    private final HypervisorConnection hypervisor;
    private final InterruptKey key;
    private final Output output;

    /**
     * @param domain the only one whose events are shown, if it is given
     */
    EventVerb(
            DomainArgument domain,
            HypervisorConnection hypervisor,
            InterruptKey key,
            Output output) {
        this.domain = domain;
        this.hypervisor = hypervisor;
        this.key = key;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "event",
                CommandGroup.EVENT,
                "Domain Events",
                "List event types, or wait for domain events to occur",
                List.of(domain.option(), EVENT, ALL, LOOP, TIMEOUT, LIST, TIMESTAMP, Report.FORMAT),
                this::run);
    }

    private void run(Invocation invocation) {
        if (invocation.has(LIST)) {
            output.show(types(), Report.format(invocation));
            return;
        }
        requireType(invocation);
        Optional<String> only = domain.find(invocation).map(Domain::name);
        Optional<Duration> patience = Seconds.of(invocation, TIMEOUT);
        try (EventStream events =
                CommandException.attemptToGet(
                        "Failed to listen to events", () -> hypervisor.get().events())) {
            int received = print(events, invocation, only, patience);
            output.remark("events received: " + received, Report.format(invocation));
            if (received == 0) {
                throw CommandException.silent(1);
            }
        }
    }

    private static Answer types() {
        List<Datum> words =
                TYPES.stream().map(type -> Datum.fields(Datum.field("event", type))).toList();
        return new Shown(String.join("\n", TYPES) + "\n", new Datum.Items(words));
    }

    private static void requireType(Invocation invocation) {
        Optional<String> type = invocation.value(EVENT);
        if (type.isEmpty() && !invocation.has(ALL)) {
            throw new CommandException("one of --list, --all, or --event <type> is required");
        }
        type.filter(name -> !TYPES.contains(name))
                .ifPresent(
                        name -> {
                            throw new CommandException(
                                    "unknown event type " + name + NearestName.advice(name, TYPES));
                        });
    }

    private int print(
            EventStream events,
            Invocation invocation,
            Optional<String> only,
            Optional<Duration> patience) {
        long deadline = System.nanoTime() + patience.orElse(LONG).toNanos();
        int received = 0;
        while (received == 0 || invocation.has(LOOP)) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<Optional<DomainEvent>> heard =
                    key.untilPressed(() -> events.next(patience.isPresent() ? left : LONG));
            Optional<DomainEvent> event = heard.flatMap(each -> each);
            if (heard.isEmpty() || (event.isEmpty() && patience.isPresent())) {
                String end = heard.isEmpty() ? "interrupted" : "timed out";
                output.remark("event loop " + end, Report.format(invocation));
                return received;
            }
            Optional<DomainEvent> wanted =
                    event.filter(each -> only.isEmpty() || only.get().equals(each.domain()))
                            .filter(each -> isOfType(each, invocation));
            wanted.ifPresent(
                    each ->
                            output.showNext(
                                    answer(each, invocation.has(TIMESTAMP)),
                                    Report.format(invocation)));
            received += wanted.isPresent() ? 1 : 0;
        }
        return received;
    }

    private static boolean isOfType(DomainEvent event, Invocation invocation) {
        return invocation.has(ALL)
                || invocation.value(EVENT).equals(Optional.of(event.kind().type().text()));
    }

    private static Answer answer(DomainEvent event, boolean timestamp) {
        InitEndData init = new InitEndData(event.init());
        String line =
                (timestamp ? EventTime.text(event.at()) + ": " : "")
                        + "event '"
                        + event.kind().type().text()
                        + "' for domain '"
                        + event.domain()
                        + "'"
                        + (event.kind().text().isEmpty() ? "" : ": " + event.kind().text())
                        + init.text();
        return Shown.of(
                line,
                init.fields(
                        Datum.field("event", event.kind().type().text()),
                        Datum.field("domain", event.domain()),
                        Datum.field("detail", event.kind().text()),
                        Datum.field("at", event.at().toString())));
    }
}
