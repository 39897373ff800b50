package dev.vsh.shell.verb;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("Name", "name"),
                    Column.of("State", "state"),
                    Column.of("Autostart", "autostart"),
                    Column.of("Persistent", "persistent"),
                    Column.hidden("uuid"));

    /** A network and what it was like when it was looked at. */
    private record Entry(Network network, boolean active, boolean persistent, boolean autostart) {
        static Entry of(Network network) {
            return new Entry(
                    network, network.isActive(), network.isPersistent(), network.isAutostart());
        }

        List<Cell> cells() {
            return List.of(
                    Cell.of(network.name()),
                    Cell.of(active ? "active" : "inactive"),
                    Cell.yesNo(autostart),
                    Cell.yesNo(persistent),
                    Cell.of(uuid()));
        }

        /** Empty when the network's document is damaged, which keeps nobody from seeing the others. */
        Optional<String> uuid() {
            try {
                return Optional.of(network.uuid().toString());
            } catch (DriverException _) {
                return Optional.empty();
            }
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
        return new Report(output)
                .command(
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
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        if (Stream.of(TABLE, NAME, UUID).filter(invocation::has).count() > 1) {
            throw new CommandException(
                    "Only one argument from --table, --name and --uuid may be specified.");
        }
        List<Entry> entries = entries(invocation);
        if (invocation.has(UUID)) {
            return words("uuid", entries, entry -> entry.uuid().orElse(""));
        }
        if (invocation.has(NAME)) {
            return words("name", entries, entry -> entry.network().name());
        }
        Table table = new Table(COLUMNS);
        entries.forEach(entry -> table.addCells(entry.cells()));
        return table;
    }

    private static Answer words(String name, List<Entry> entries, Function<Entry, String> word) {
        Table table = new Table(List.of(Column.hidden(name)));
        entries.forEach(entry -> table.addRow(List.of(word.apply(entry))));
        return table.asLines();
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
                && ListOptions.either(invocation, PERSISTENT, TRANSIENT, entry::persistent)
                && ListOptions.either(invocation, AUTOSTART, NO_AUTOSTART, entry::autostart);
    }
}
