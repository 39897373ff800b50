package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Datum;

import java.util.List;
import java.util.function.Function;

/** What {@code list} can tell of a domain; in the order of the table, and of the words. */
enum ListColumn {
    UUID(
            Column.hidden("uuid"),
            ListOptions.UUID,
            Place.WORD,
            listed -> Cell.of(listed.domain().uuid().toString())),
    ID(Column.of("Id", "id"), ListOptions.ID, Place.WORD, listed -> Cell.of(listed.id())),
    NAME(
            Column.of("Name", "name"),
            ListOptions.NAME,
            Place.WORD,
            listed -> Cell.of(listed.domain().name())),
    STATE(
            Column.of("State", "state"),
            ListOptions.TABLE,
            Place.TABLE,
            listed -> Cell.of(listed.status().state())),
    REASON(
            Column.hidden("reason"),
            ListOptions.TABLE,
            Place.TABLE,
            listed -> Cell.of(listed.status().reasonText())),
    TITLE(
            Column.of("Title", "title"),
            ListOptions.TITLE,
            Place.WISH,
            listed -> title(listed.domain())),
    ADDRESS(
            Column.of("Address", "addresses"),
            ListOptions.ADDRESS,
            Place.WISH,
            listed -> addresses(listed.domain()));

    /** When it is shown. */
    private enum Place {
        /** In every table, or as a word where that is asked for. */
        WORD,
        TABLE,
        /** Not unless it is asked for: it costs something. */
        WISH
    }

    private final Column column;
    private final Option.Flag option;
    private final Place place;
    private final Function<ListedDomain, Cell> cell;

    ListColumn(Column column, Option.Flag option, Place place, Function<ListedDomain, Cell> cell) {
        this.column = column;
        this.option = option;
        this.place = place;
        this.cell = cell;
    }

    Column column() {
        return column;
    }

    Cell cell(ListedDomain listed) {
        return cell.apply(listed);
    }

    /** Whether it is among the words that are asked for. */
    boolean isWord(Invocation invocation) {
        return place == Place.WORD && invocation.has(option);
    }

    boolean isInTable(Invocation invocation) {
        return place != Place.WISH || invocation.has(option);
    }

    private static Cell title(Domain domain) {
        String title = new DomainXml(domain.xml(XmlView.LIVE)).title().orElse("");
        return Cell.of(title);
    }

    private static Cell addresses(Domain domain) {
        try {
            List<String> found =
                    domain.interfaceAddresses().stream()
                            .flatMap(nic -> nic.addresses().stream())
                            .map(InterfaceAddresses.Address::address)
                            .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
                            .map(AddressText::of)
                            .toList();
            return new Cell(String.join(", ", found), Datum.texts(found));
        } catch (DriverException e) {
            // It does not run, or no longer.
            if (e.code() != ErrorCode.OPERATION_INVALID && e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
            return new Cell("", Datum.texts(List.of()));
        }
    }
}
