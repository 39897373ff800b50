package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.output.TwoAnswers;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code list}. */
final class ListVerb implements Verb {
    private final HypervisorConnection hypervisor;
    private final Output output;

    ListVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "list",
                        CommandGroup.MONITOR,
                        "list domains",
                        "Returns list of domains.",
                        ListOptions.all(),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        ListOptions.WORDS.forEach(word -> invocation.refuseTogether(ListOptions.TABLE, word));
        boolean words = ListOptions.WORDS.stream().anyMatch(invocation::has);
        List<ListColumn> columns =
                Arrays.stream(ListColumn.values())
                        .filter(
                                column ->
                                        words
                                                ? column.isWord(invocation)
                                                : column.isInTable(invocation))
                        .toList();
        List<ListedDomain> entries = entries(invocation);
        return words
                ? table(columns, entries).asLines()
                : new TwoAnswers(
                        () ->
                                table(
                                        columns.stream()
                                                .filter(column -> column.column().visible())
                                                .toList(),
                                        entries),
                        () -> table(columns, entries));
    }

    private static Table table(List<ListColumn> columns, List<ListedDomain> entries) {
        Table table = new Table(columns.stream().map(ListColumn::column).toList());
        for (ListedDomain entry : entries) {
            table.addCells(columns.stream().map(column -> column.cell(entry)).toList());
        }
        return table;
    }

    private List<ListedDomain> entries(Invocation invocation) {
        List<ListedDomain> entries = new ArrayList<>();
        for (Domain domain : hypervisor.get().listAllDomains()) {
            addUnlessVanished(domain, invocation, entries);
        }
        entries.sort(ListedDomain::order);
        return entries;
    }

    /** A transient domain can end between the listing and the look at it. */
    private static void addUnlessVanished(
            Domain domain, Invocation invocation, List<ListedDomain> entries) {
        try {
            DomainStatus status = domain.status();
            if (ListOptions.wants(invocation, domain, status)) {
                entries.add(new ListedDomain(domain, status));
            }
        } catch (DriverException e) {
            if (e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }
}
