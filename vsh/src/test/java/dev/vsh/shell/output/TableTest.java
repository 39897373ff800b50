package dev.vsh.shell.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class TableTest {
    @Test
    void headingStandsAloneInAnEmptyTable() {
        assertEquals(
                """
                 Id   Name   State
                --------------------
                """,
                new Table("Id", "Name", "State").text(true));
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("Id", "Name", "State");
        table.addRow(List.of("1", "fedora28", "running"));
        table.addRow(List.of("-", "rhel7.5", "shut off"));

        assertEquals(
                """
                 Id   Name       State
                ---------------------------
                 1    fedora28   running
                 -    rhel7.5    shut off
                """,
                table.text(true));
    }

    @Test
    void withoutItsHeadingATableIsAsNarrowAsItsCells() {
        Table table = new Table("Id", "Name", "State");
        table.addRow(List.of("1", "test", "running"));

        assertEquals(" 1   test   running\n", table.text(false));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        Table table = new Table("Id", "名稱", "State");
        table.addRow(List.of("1", "fedora28", "running"));
        table.addRow(List.of("2", "つへソrhel7.5つへソ", "running"));

        assertEquals(
                """
                 Id   名稱                  State
                -------------------------------------
                 1    fedora28              running
                 2    つへソrhel7.5つへソ   running
                """,
                table.text(true));
    }

    @Test
    void combiningAndInvisibleCharactersTakeNone() {
        assertEquals(1, CellText.of("e\u0301").width());
        assertEquals(2, CellText.of("a\u200db").width());
        assertEquals(2, CellText.of("😀").width());
    }

    @Test
    void controlCharactersAreShownAsBytes() {
        assertEquals(new CellText("a\\x09b\\x1b[0m\\x0a", 17), CellText.of("a\tb\u001b[0m\n"));
        assertEquals(new CellText("\\xc2\\x85", 8), CellText.of("\u0085"));
        assertEquals(new CellText("\\x7f", 4), CellText.of("\u007f"));
    }

    @Test
    void whatLooksLikeAnEscapedByteIsEscapedItself() {
        assertEquals("\\x5cx09", CellText.of("\\x09").text());
        assertEquals("\\y", CellText.of("\\y").text());
    }

    @Test
    void everyRowHasACellForEveryColumn() {
        Table table = new Table("Id", "Name");

        assertThrows(IllegalArgumentException.class, () -> table.addRow(List.of("1")));
    }
}
