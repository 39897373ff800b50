package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Which domains {@code list} shows. */
final class ListOptions {
    static final Option.Flag INACTIVE = new Option.Flag("inactive", "list inactive domains");
    static final Option.Flag ALL = new Option.Flag("all", "list inactive & active domains");
    static final Option.Flag TRANSIENT = new Option.Flag("transient", "list transient domains");
    static final Option.Flag PERSISTENT = new Option.Flag("persistent", "list persistent domains");
    static final Option.Flag STATE_RUNNING =
            new Option.Flag("state-running", "list domains in running state");
    static final Option.Flag STATE_PAUSED =
            new Option.Flag("state-paused", "list domains in paused state");
    static final Option.Flag STATE_SHUTOFF =
            new Option.Flag("state-shutoff", "list domains in shutoff state");
    static final Option.Flag STATE_OTHER =
            new Option.Flag("state-other", "list domains in other states");
    static final Option.Flag AUTOSTART =
            new Option.Flag("autostart", "list domains with autostart enabled");
    static final Option.Flag NO_AUTOSTART =
            new Option.Flag("no-autostart", "list domains with autostart disabled");

    static final Option.Flag UUID = new Option.Flag("uuid", "list uuid's only");
    static final Option.Flag NAME = new Option.Flag("name", "list domain names only");
    static final Option.Flag ID = new Option.Flag("id", "list domain IDs only");
    static final Option.Flag TABLE = new Option.Flag("table", "list table (default)");
    static final Option.Flag TITLE = new Option.Flag("title", "show domain title");
    static final Option.Flag ADDRESS =
            new Option.Flag("address", "show addresses that others can reach the domain at");

    /** Those that ask for words instead of a table. */
    static final List<Option> WORDS = List.of(UUID, NAME, ID);

    private static final List<Option> COLUMNS = List.of(UUID, NAME, ID, TABLE, TITLE, ADDRESS);

    /** What no container has: those that ask for it get none. */
    private static final List<Option.Flag> WITH =
            List.of(
                    new Option.Flag("with-snapshot", "list domains with existing snapshot"),
                    new Option.Flag("with-checkpoint", "list domains with existing checkpoint"),
                    new Option.Flag("with-managed-save", "list domains with managed save state"));

    private static final List<Option.Flag> WITHOUT =
            List.of(
                    new Option.Flag("without-snapshot", "list domains without a snapshot"),
                    new Option.Flag("without-checkpoint", "list domains without a checkpoint"),
                    new Option.Flag("without-managed-save", "list domains without managed save"),
                    new Option.Flag(
                            "managed-save", "mark inactive domains with managed save state"));

    /** Those of virsh that make no difference for containers come last. */
    static List<Option> all() {
        List<Option> all = new ArrayList<>(FILTERS);
        all.addAll(COLUMNS);
        all.addAll(WITH);
        all.addAll(WITHOUT);
        return all;
    }

    private static final List<Option> FILTERS =
            List.of(
                    INACTIVE,
                    ALL,
                    TRANSIENT,
                    PERSISTENT,
                    STATE_RUNNING,
                    STATE_PAUSED,
                    STATE_SHUTOFF,
                    STATE_OTHER,
                    AUTOSTART,
                    NO_AUTOSTART);

    private ListOptions() {}

    static boolean wants(Invocation invocation, Domain domain, DomainStatus status) {
        return !wantsImpossible(invocation)
                && wantsActivity(invocation, !(status instanceof DomainStatus.ShutOff))
                && wantsState(invocation, status)
                && either(invocation, PERSISTENT, TRANSIENT, domain::isPersistent)
                && either(invocation, AUTOSTART, NO_AUTOSTART, domain::isAutostart);
    }

    /** With and without it are both everything there is. */
    private static boolean wantsImpossible(Invocation invocation) {
        for (int i = 0; i < WITH.size(); i++) {
            if (invocation.has(WITH.get(i)) && !invocation.has(WITHOUT.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean wantsActivity(Invocation invocation, boolean active) {
        if (invocation.has(ALL)) {
            return true;
        }
        boolean inactiveOnly = invocation.has(INACTIVE) || invocation.has(STATE_SHUTOFF);
        return active != inactiveOnly;
    }

    private static boolean wantsState(Invocation invocation, DomainStatus status) {
        boolean anyState =
                List.of(STATE_RUNNING, STATE_PAUSED, STATE_SHUTOFF, STATE_OTHER).stream()
                        .noneMatch(invocation::has);
        Option.Flag state =
                switch (status) {
                    case DomainStatus.Running _ -> STATE_RUNNING;
                    case DomainStatus.Paused _ -> STATE_PAUSED;
                    case DomainStatus.ShutOff _ -> STATE_SHUTOFF;
                };
        return anyState || invocation.has(state);
    }

    /**
     * Two flags for the two values of a property; neither, or both, mean that it does not matter.
     *
     * @param property asked when it matters
     */
    static boolean either(
            Invocation invocation, Option ifTrue, Option ifFalse, BooleanSupplier property) {
        return invocation.has(ifTrue) == invocation.has(ifFalse)
                || invocation.has(property.getAsBoolean() ? ifTrue : ifFalse);
    }
}
