package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;

/** {@code list}. */
final class ListVerb implements Verb {
    private static final Option.Flag UUID = new Option.Flag("uuid", "list uuid's only");
    private static final Option.Flag NAME = new Option.Flag("name", "list domain names only");
    private static final Option.Flag ID = new Option.Flag("id", "list domain IDs only");
    private static final Option.Flag TABLE = new Option.Flag("table", "list table (default)");
    private static final Option.Flag TITLE = new Option.Flag("title", "show domain title");

    private final HypervisorConnection hypervisor;
    private final Output output;

    ListVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(ListOptions.FILTERS);
        options.addAll(List.of(UUID, NAME, ID, TABLE, TITLE));
        return new CommandDefinition(
                "list",
                CommandGroup.MONITOR,
                "list domains",
                "Returns list of domains.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        List.of(UUID, NAME, ID).forEach(column -> invocation.refuseTogether(TABLE, column));
        List<Entry> entries = entries(invocation);
        if (invocation.has(UUID) || invocation.has(NAME) || invocation.has(ID)) {
            entries.forEach(
                    entry -> output.printLine(String.join(" ", columns(invocation, entry))));
        } else {
            output.table(table(entries, invocation.has(TITLE)));
        }
    }

    private List<Entry> entries(Invocation invocation) {
        List<Entry> entries = new ArrayList<>();
        for (Domain domain : hypervisor.get().listAllDomains()) {
            addUnlessVanished(domain, invocation, entries);
        }
        entries.sort(Entry::order);
        return entries;
    }

    /** A transient domain can end between the listing and the look at it. */
    private static void addUnlessVanished(
            Domain domain, Invocation invocation, List<Entry> entries) {
        try {
            DomainStatus status = domain.status();
            if (ListOptions.wants(invocation, domain, status)) {
                entries.add(new Entry(domain, status));
            }
        } catch (DriverException e) {
            if (e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }

    private static List<String> columns(Invocation invocation, Entry entry) {
        List<String> columns = new ArrayList<>();
        if (invocation.has(UUID)) {
            columns.add(entry.domain().uuid().toString());
        }
        if (invocation.has(ID)) {
            columns.add(entry.idText());
        }
        if (invocation.has(NAME)) {
            columns.add(entry.domain().name());
        }
        return columns;
    }

    private static Table table(List<Entry> entries, boolean withTitle) {
        Table table =
                withTitle
                        ? new Table("Id", "Name", "State", "Title")
                        : new Table("Id", "Name", "State");
        for (Entry entry : entries) {
            List<String> cells = new ArrayList<>();
            cells.addAll(List.of(entry.idText(), entry.domain().name(), entry.status().state()));
            if (withTitle) {
                cells.add(new DomainXml(entry.domain().xml(XmlView.LIVE)).title().orElse(""));
            }
            table.addRow(cells);
        }
        return table;
    }

    /** A domain as it was when it was looked at. */
    private record Entry(Domain domain, DomainStatus status) {
        /** Those that run by id, then the others by name. */
        static int order(Entry one, Entry other) {
            int byId = Long.compare(one.id(), other.id());
            return byId != 0
                    ? byId
                    : one.domain().name().compareToIgnoreCase(other.domain().name());
        }

        long id() {
            return switch (status) {
                case DomainStatus.Running running -> running.id();
                case DomainStatus.Paused paused -> paused.before().id();
                case DomainStatus.ShutOff _ -> Long.MAX_VALUE;
            };
        }

        String idText() {
            return status instanceof DomainStatus.ShutOff ? "-" : Long.toString(id());
        }
    }
}
