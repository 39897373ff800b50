package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.LastLine;
import dev.vsh.shell.output.Output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code domtime}. */
final class DomtimeVerb implements Verb {
    private static final Option.Flag PRETTY =
            new Option.Flag("pretty", "print domain's time in human readable form");
    private static final Option.Refused NOW =
            Option.Refused.flag("now", "containers have the time of their host");
    private static final Option.Refused SYNC =
            Option.Refused.flag("sync", "containers have the time of their host");
    private static final Option.Refused TIME =
            Option.Refused.text("time", "containers have the time of their host");

    private final DomainArgument domain;
    private final Output output;

    DomtimeVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domtime",
                        CommandGroup.MONITOR,
                        "domain time",
                        "Gets the domain's system time",
                        List.of(domain.option(), PRETTY, NOW, SYNC, TIME),
                        this::answer);
    }

    /** The clock of the host is the clock of its containers. */
    private Answer answer(Invocation invocation) {
        if (!domain.of(invocation).isActive()) {
            throw new CommandException("Requested operation is not valid: domain is not running");
        }
        Instant now = Instant.now();
        String text = invocation.has(PRETTY) ? pretty(now) : "" + now.getEpochSecond();
        return new LastLine(
                "Time: " + text, Datum.fields(Datum.field("seconds", now.getEpochSecond())));
    }

    private static String pretty(Instant now) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(now);
    }
}
