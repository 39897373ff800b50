package dev.vsh.shell.verb;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code net-list}. */
final class NetListVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "list inactive networks");
    private static final Option.Flag ALL =
            new Option.Flag("all", "list inactive & active networks");
    private static final Option.Flag PERSISTENT =
            new Option.Flag("persistent", "list persistent networks");
    private static final Option.Flag TRANSIENT =
            new Option.Flag("transient", "list transient networks");
    private static final Option.Flag AUTOSTART =
            new Option.Flag("autostart", "list networks with autostart enabled");
    private static final Option.Flag NO_AUTOSTART =
            new Option.Flag("no-autostart", "list networks with autostart disabled");
    private static final Option.Flag UUID = new Option.Flag("uuid", "list uuid's only");
    private static final Option.Flag NAME = new Option.Flag("name", "list network names only");
    private static final Option.Flag TABLE = new Option.Flag("table", "list table (default)");

    /** A network and what it was like when it was looked at. */
    private record Entry(Network network, boolean active, boolean persistent, boolean autostart) {
        static Entry of(Network network) {
            return new Entry(
                    network, network.isActive(), network.isPersistent(), network.isAutostart());
        }

        List<String> cells() {
            return List.of(
                    network.name(),
                    active ? "active" : "inactive",
                    autostart ? "yes" : "no",
                    persistent ? "yes" : "no");
        }
    }

    private final HypervisorConnection hypervisor;
    private final Output output;

    NetListVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "net-list",
                CommandGroup.NETWORK,
                "list networks",
                "Returns list of networks.",
                List.of(
                        INACTIVE,
                        ALL,
                        PERSISTENT,
                        TRANSIENT,
                        AUTOSTART,
                        NO_AUTOSTART,
                        UUID,
                        NAME,
                        TABLE),
                this::run);
    }

    private void run(Invocation invocation) {
        if (Stream.of(TABLE, NAME, UUID).filter(invocation::has).count() > 1) {
            throw new CommandException(
                    "Only one argument from --table, --name and --uuid may be specified.");
        }
        List<Entry> entries = entries(invocation);
        if (invocation.has(UUID)) {
            entries.forEach(entry -> output.printLine(entry.network().uuid().toString()));
        } else if (invocation.has(NAME)) {
            entries.forEach(entry -> output.printLine(entry.network().name()));
        } else {
            Table table = new Table("Name", "State", "Autostart", "Persistent");
            entries.forEach(entry -> table.addRow(entry.cells()));
            output.table(table);
        }
    }

    private List<Entry> entries(Invocation invocation) {
        List<Entry> entries = new ArrayList<>();
        for (Network network : hypervisor.get().networks().all()) {
            try {
                Entry entry = Entry.of(network);
                if (wants(invocation, entry)) {
                    entries.add(entry);
                }
            } catch (DriverException e) {
                // A transient network can end between the listing and the look at it.
                if (e.code() != ErrorCode.NO_NETWORK) {
                    throw e;
                }
            }
        }
        return entries;
    }

    private static boolean wants(Invocation invocation, Entry entry) {
        boolean activity = invocation.has(ALL) || entry.active() != invocation.has(INACTIVE);
        return activity
                && either(invocation, PERSISTENT, TRANSIENT, entry.persistent())
                && either(invocation, AUTOSTART, NO_AUTOSTART, entry.autostart());
    }

    /** Two flags for the two values of a property; neither, or both, mean that it does not matter. */
    private static boolean either(
            Invocation invocation, Option ifTrue, Option ifFalse, boolean property) {
        return invocation.has(ifTrue) == invocation.has(ifFalse)
                || invocation.has(property ? ifTrue : ifFalse);
    }
}
