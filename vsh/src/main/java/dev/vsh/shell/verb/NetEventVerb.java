package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.guests.NetworkWatch;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.InterruptKey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code net-event}. */
final class NetEventVerb implements Verb {
    private static final List<String> TYPES = List.of(EventVerb.LIFECYCLE);
    private static final Option.Text EVENT =
            Option.Text.optional("event", "which event type to wait for", (_, _) -> TYPES);
    private static final Option.Flag LOOP =
            new Option.Flag("loop", "loop until timeout or interrupt, rather than one-shot");
    private static final Option.Text TIMEOUT =
            Option.Text.optionalNumber("timeout", "timeout seconds");
    private static final Option.Flag LIST = new Option.Flag("list", "list valid event types");
    private static final Option.Flag TIMESTAMP =
            new Option.Flag("timestamp", "show timestamp for each printed event");

    private final Option.Text network;
    private final HypervisorConnection hypervisor;
    private final InterruptKey key;
    private final Output output;

    NetEventVerb(HypervisorConnection hypervisor, InterruptKey key, Output output) {
        this.network =
                Option.Text.optional(
                        "network",
                        "filter by network name or uuid",
                        (_, _) -> NetworkArgument.allNames(hypervisor));
        this.hypervisor = hypervisor;
        this.key = key;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "net-event",
                CommandGroup.NETWORK,
                "Network Events",
                "List event types, or wait for network events to occur",
                List.of(network, EVENT, LOOP, TIMEOUT, LIST, TIMESTAMP, Report.FORMAT),
                this::run);
    }

    private void run(Invocation invocation) {
        if (invocation.has(LIST)) {
            output.showNext(Shown.word("event", EventVerb.LIFECYCLE), Report.format(invocation));
            return;
        }
        requireType(invocation);
        Optional<String> only =
                invocation
                        .value(network)
                        .map(word -> NetworkArgument.named(hypervisor, word).name());
        int received;
        try (NetworkWatch watch = new NetworkWatch(hypervisor.get().networks())) {
            received = print(watch, invocation, only);
        }
        output.remark("events received: " + received, Report.format(invocation));
        if (received == 0) {
            throw CommandException.silent(1);
        }
    }

    private static void requireType(Invocation invocation) {
        String type =
                invocation
                        .value(EVENT)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "either --list or --event <type> is required"));
        if (!TYPES.contains(type)) {
            throw new CommandException(
                    "unknown event type " + type + NearestName.advice(type, TYPES));
        }
    }

    private int print(NetworkWatch watch, Invocation invocation, Optional<String> only) {
        Duration patience = Seconds.of(invocation, TIMEOUT).orElse(EventVerb.LONG);
        long deadline = System.nanoTime() + patience.toNanos();
        int received = 0;
        while (received == 0 || invocation.has(LOOP)) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<Optional<NetworkWatch.Event>> heard = key.untilPressed(() -> watch.next(left));
            Optional<NetworkWatch.Event> event = heard.flatMap(each -> each);
            if (event.isEmpty()) {
                String end = heard.isEmpty() ? "interrupted" : "timed out";
                output.remark("event loop " + end, Report.format(invocation));
                return received;
            }
            if (only.isEmpty() || only.get().equals(event.get().network())) {
                output.showNext(
                        answer(event.get(), invocation.has(TIMESTAMP)), Report.format(invocation));
                received++;
            }
        }
        return received;
    }

    private static Answer answer(NetworkWatch.Event event, boolean timestamp) {
        String line =
                (timestamp ? EventTime.text(event.at()) + ": " : "")
                        + "event 'lifecycle' for network "
                        + event.network()
                        + ": "
                        + event.kind();
        return Shown.of(
                line,
                Datum.fields(
                        Datum.field("event", EventVerb.LIFECYCLE),
                        Datum.field("network", event.network()),
                        Datum.field("detail", event.kind()),
                        Datum.field("at", event.at().toString())));
    }
}
