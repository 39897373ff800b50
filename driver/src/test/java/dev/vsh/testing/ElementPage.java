package dev.vsh.testing;

import dev.vsh.testing.ElementTable.Outcome;
import dev.vsh.testing.ElementTable.Row;

/** A page of elements for users, made of a table. */
public final class ElementPage {
    private ElementPage() {}

    /**
     * @param introduction with the page's title
     */
    public static String of(String introduction, ElementTable table) {
        var page = new StringBuilder(introduction);
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
