package dev.vsh.shell.verb;

import dev.vsh.driver.ShutdownMode;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How {@code shutdown} and {@code reboot} ask, and how long they wait. */
final class ShutdownOptions {
    static final Duration USUAL = Duration.ofSeconds(60);

    private static final Option.Text MODE =
            Option.Text.optional(
                    "mode",
                    "comma separated list of ways to ask: initctl, signal",
                    ValueCompleter.list(
                            Arrays.stream(ShutdownMode.values()).map(ShutdownMode::text).toList()));
    private static final Option.Flag WAIT =
            new Option.Flag("wait", "wait until it is done, 60 seconds at most");
    private static final Option.Text TIMEOUT =
            Option.Text.optionalNumber(
                    "timeout", "wait until it is done, this many seconds at most");

    private ShutdownOptions() {}

    static List<Option> after(Option domain) {
        return List.of(domain, MODE, WAIT, TIMEOUT);
    }

    static ShutdownRequest of(Invocation invocation) {
        return new ShutdownRequest(
                invocation.value(MODE).map(ShutdownOptions::modes).orElse(Set.of()),
                patience(invocation));
    }

    private static Set<ShutdownMode> modes(String text) {
        Set<ShutdownMode> modes = EnumSet.noneOf(ShutdownMode.class);
        for (String word : text.split(",", -1)) {
            modes.add(mode(word));
        }
        return modes;
    }

    private static ShutdownMode mode(String word) {
        return switch (word) {
            case "acpi", "agent", "paravirt" ->
                    throw new CommandException(
                            "argument unsupported: --mode "
                                    + word
                                    + ": a container has none, try initctl or signal");
            default ->
                    Arrays.stream(ShutdownMode.values())
                            .filter(mode -> mode.text().equals(word))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new CommandException(
                                                    "Unknown mode "
                                                            + word
                                                            + " value, expecting 'initctl' or"
                                                            + " 'signal'"));
        };
    }

    private static Optional<Duration> patience(Invocation invocation) {
        Optional<Duration> given = Seconds.of(invocation, TIMEOUT);
        return given.or(() -> invocation.has(WAIT) ? Optional.of(USUAL) : Optional.empty());
    }
}
