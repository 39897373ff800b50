package dev.vsh.driver.lxc;

import dev.vsh.testing.ElementTable;
import dev.vsh.testing.ElementTable.Outcome;
import dev.vsh.testing.ElementTable.Row;

/** The page of elements for users, made of the table. */
final class ElementPage {
    private static final String INTRODUCTION =
            """
            # What each element does

            A valid element is honoured, or a start is refused with a sentence that names it; none is passed over
            in silence. *Kept* are those that say nothing about the container: `dumpxml` prints them.
            `…` stands for more words.

            This page is made of `driver/src/test/resources/elements/table.txt`, which a test compares with the
            product row by row.
            """;

    private ElementPage() {}

    static String of(ElementTable table) {
        var page = new StringBuilder(INTRODUCTION);
        String section = "";
        for (Row row : table.rows()) {
            if (!row.section().equals(section)) {
                section = row.section();
                page.append("\n## ").append(section).append("\n\n| | |\n|---|---|\n");
            }
            page.append("| `")
                    .append(cell(row.fragment()))
                    .append("` | ")
                    .append(cell(text(row.outcome())))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Honoured honoured -> honoured.effect();
            case Outcome.Refused(String message) -> "**refused:** `" + message + "`";
            case Outcome.Kept(String reason) -> "*kept:* " + reason;
        };
    }

    /** Placeholders are for tests; a bar would end the cell. */
    private static String cell(String text) {
        return text.replace("${block}", "/dev/sdb")
                .replace("${image}", "/srv/image")
                .replace("${pid}", "1234")
                .replace("|", "\\|");
    }
}
