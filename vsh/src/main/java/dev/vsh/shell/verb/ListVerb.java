package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.InterfaceAddresses;
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
import java.util.stream.Collectors;

/** {@code list}. */
final class ListVerb implements Verb {
    private static final Option.Flag UUID = new Option.Flag("uuid", "list uuid's only");
    private static final Option.Flag NAME = new Option.Flag("name", "list domain names only");
    private static final Option.Flag ID = new Option.Flag("id", "list domain IDs only");
    private static final Option.Flag TABLE = new Option.Flag("table", "list table (default)");
    private static final Option.Flag TITLE = new Option.Flag("title", "show domain title");
    private static final Option.Flag ADDRESS =
            new Option.Flag("address", "show addresses that others can reach the domain at");

    private final HypervisorConnection hypervisor;
    private final Output output;

    ListVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(ListOptions.FILTERS);
        options.addAll(List.of(UUID, NAME, ID, TABLE, TITLE, ADDRESS));
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
            output.table(table(entries, invocation));
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

    private static Table table(List<Entry> entries, Invocation invocation) {
        List<String> headings = new ArrayList<>(List.of("Id", "Name", "State"));
        if (invocation.has(TITLE)) {
            headings.add("Title");
        }
        if (invocation.has(ADDRESS)) {
            headings.add("Address");
        }
        Table table = new Table(headings.toArray(String[]::new));
        entries.forEach(entry -> table.addRow(cells(entry, invocation)));
        return table;
    }

    private static List<String> cells(Entry entry, Invocation invocation) {
        List<String> cells = new ArrayList<>();
        cells.addAll(List.of(entry.idText(), entry.domain().name(), entry.status().state()));
        if (invocation.has(TITLE)) {
            cells.add(new DomainXml(entry.domain().xml(XmlView.LIVE)).title().orElse(""));
        }
        if (invocation.has(ADDRESS)) {
            cells.add(addresses(entry.domain()));
        }
        return cells;
    }

    private static String addresses(Domain domain) {
        try {
            return domain.interfaceAddresses().stream()
                    .flatMap(nic -> nic.addresses().stream())
                    .map(InterfaceAddresses.Address::address)
                    .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
                    .map(AddressText::of)
                    .collect(Collectors.joining(", "));
        } catch (DriverException e) {
            // It does not run, or no longer.
            if (e.code() != ErrorCode.OPERATION_INVALID && e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
            return "";
        }
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
