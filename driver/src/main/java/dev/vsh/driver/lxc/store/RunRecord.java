package dev.vsh.driver.lxc.store;

import dev.vsh.domain.InitEnd;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.linux.ProcessId;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the run folder says about a domain: one small text file, {@code key=value} in lines. */
public sealed interface RunRecord {
    /** The key of {@link Ended#init}. */
    String INIT_END = "init-end";

    /**
     * A helper has the domain, or had it when it died.
     *
     * @param init empty until the start has succeeded
     * @param stopping the reason that a stop under way will have
     * @param partition of its cgroups
     * @param machine the cgroups' name
     */
    record Active(
            ProcessId helper,
            Optional<ProcessId> init,
            Instant since,
            RunningReason reason,
            Optional<ShutOffReason> stopping,
            String partition,
            String machine)
            implements RunRecord {
        public Active withInit(ProcessId started) {
            return new Active(
                    helper, Optional.of(started), since, reason, stopping, partition, machine);
        }

        public Active withReason(RunningReason why) {
            return new Active(helper, init, since, why, stopping, partition, machine);
        }

        public Active withStopping(ShutOffReason why) {
            return new Active(helper, init, since, reason, Optional.of(why), partition, machine);
        }
    }

    /**
     * It does not run, and why.
     *
     * @param init how its init ended, if that is known
     */
    record Ended(ShutOffReason reason, Optional<InitEnd> init) implements RunRecord {}

    /** The record as text. */
    default String format() {
        StringBuilder text = new StringBuilder();
        switch (this) {
            case Ended(ShutOffReason reason, Optional<InitEnd> init) -> {
                line(text, "ended", reason.name());
                init.ifPresent(end -> line(text, INIT_END, InitEndText.of(end)));
            }
            case Active active -> {
                line(text, "helper", active.helper().format());
                active.init().ifPresent(init -> line(text, "init", init.format()));
                line(text, "since", active.since().toString());
                line(text, "reason", active.reason().name());
                active.stopping().ifPresent(why -> line(text, "stopping", why.name()));
                line(text, "partition", active.partition());
                line(text, "machine", active.machine());
            }
        }
        // Tells a whole record from one that a full disk cut short.
        return text.append(KeyValues.LAST_LINE).toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key.toLowerCase(Locale.ROOT)).append('=').append(value).append('\n');
    }

    /** Empty when the text is not a whole record. */
    static Optional<RunRecord> parse(String text) {
        KeyValues values = KeyValues.parse(text);
        if (!values.isWhole()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    values.get("ended").isPresent()
                            ? ended(values.values())
                            : active(values.values()));
        } catch (IllegalArgumentException | NullPointerException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static RunRecord ended(Map<String, String> values) {
        return new Ended(
                ShutOffReason.valueOf(values.getOrDefault("ended", "")),
                InitEndText.parse(values.getOrDefault(INIT_END, "")));
    }

    private static RunRecord active(Map<String, String> values) {
        return new Active(
                ProcessId.parse(values.getOrDefault("helper", "")),
                Optional.ofNullable(values.get("init")).map(ProcessId::parse),
                Instant.parse(values.getOrDefault("since", "")),
                RunningReason.valueOf(values.getOrDefault("reason", "")),
                Optional.ofNullable(values.get("stopping")).map(ShutOffReason::valueOf),
                values.getOrDefault("partition", ""),
                values.getOrDefault("machine", ""));
    }
}
