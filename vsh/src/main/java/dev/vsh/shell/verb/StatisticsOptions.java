package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.List;

/** What {@code domstats} can be told besides the groups that a container has. */
final class StatisticsOptions {
    /** Groups of virsh's that no container has anything in. */
    static final List<Option.Flag> NEVER_THERE =
            List.of(
                    new Option.Flag("perf", "report domain perf event statistics"),
                    new Option.Flag("iothread", "report domain IOThread information"),
                    new Option.Flag("memory", "report domain memory usage"),
                    new Option.Flag("dirtyrate", "report domain dirty rate information"),
                    new Option.Flag("vm", "report hypervisor-specific statistics"));

    private static final Option.Flag ACTIVE =
            new Option.Flag("list-active", "list only active domains");
    private static final Option.Flag INACTIVE =
            new Option.Flag("list-inactive", "list only inactive domains");
    private static final Option.Flag PERSISTENT =
            new Option.Flag("list-persistent", "list only persistent domains");
    private static final Option.Flag TRANSIENT =
            new Option.Flag("list-transient", "list only transient domains");
    private static final Option.Flag RUNNING =
            new Option.Flag("list-running", "list only running domains");
    private static final Option.Flag PAUSED =
            new Option.Flag("list-paused", "list only paused domains");
    private static final Option.Flag SHUTOFF =
            new Option.Flag("list-shutoff", "list only shutoff domains");
    private static final Option.Flag OTHER =
            new Option.Flag("list-other", "list only domains in other states");

    static final List<Option.Flag> FILTERS =
            List.of(ACTIVE, INACTIVE, PERSISTENT, TRANSIENT, RUNNING, PAUSED, SHUTOFF, OTHER);

    private static final Option.Flag ENFORCE =
            new Option.Flag("enforce", "refuse groups that a container has nothing in");

    /** All but the second make no difference: nothing is made pretty, has a chain, or waits. */
    static final List<Option.Flag> MANNERS =
            List.of(
                    new Option.Flag("raw", "do not pretty-print the fields"),
                    ENFORCE,
                    new Option.Flag("backing", "add backing chain information to block stats"),
                    new Option.Flag("nowait", "report only stats that are accessible instantly"));

    private StatisticsOptions() {}

    static boolean wants(Invocation invocation, Domain domain) {
        return ListOptions.either(invocation, ACTIVE, INACTIVE, domain::isActive)
                && ListOptions.either(invocation, PERSISTENT, TRANSIENT, domain::isPersistent)
                && wantsState(invocation, domain);
    }

    private static boolean wantsState(Invocation invocation, Domain domain) {
        if (List.of(RUNNING, PAUSED, SHUTOFF, OTHER).stream().noneMatch(invocation::has)) {
            return true;
        }
        return invocation.has(
                switch (domain.status()) {
                    case DomainStatus.Running _ -> RUNNING;
                    case DomainStatus.Paused _ -> PAUSED;
                    case DomainStatus.ShutOff _ -> SHUTOFF;
                });
    }

    /**
     * @throws CommandException when {@code --enforce} asks for what cannot be had
     */
    static void requirePossible(Invocation invocation) {
        if (!invocation.has(ENFORCE)) {
            return;
        }
        NEVER_THERE.stream()
                .filter(invocation::has)
                .findFirst()
                .ifPresent(
                        group -> {
                            throw new CommandException(
                                    "argument unsupported: --"
                                            + group.name()
                                            + ": a container has no such statistics");
                        });
    }
}
