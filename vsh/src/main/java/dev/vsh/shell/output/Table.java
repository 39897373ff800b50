package dev.vsh.shell.output;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, laid out as virsh does. */
public final class Table {
    private static final int GAP = 2;

    private final List<CellText> heading;
    private final List<List<CellText>> rows = new ArrayList<>();

    public Table(String... heading) {
        this.heading = cells(List.of(heading));
    }

    /**
     * @param cells as many as the heading has
     */
    public void addRow(List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalArgumentException(
                    "a row of " + heading.size() + " cells cannot be " + cells);
        }
        rows.add(cells(cells));
    }

    String render(boolean withHeading) {
        int[] widths = widths(withHeading);
        StringBuilder text = new StringBuilder();
        if (withHeading) {
            append(heading, widths, text);
            for (int width : widths) {
                text.repeat('-', 1 + width + GAP);
            }
            text.append('\n');
        }
        for (List<CellText> row : rows) {
            append(row, widths, text);
        }
        return text.toString();
    }

    private int[] widths(boolean withHeading) {
        int[] widths = new int[heading.size()];
        if (withHeading) {
            widen(widths, heading);
        }
        rows.forEach(row -> widen(widths, row));
        return widths;
    }

    private static void widen(int[] widths, List<CellText> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).width());
        }
    }

    private static void append(List<CellText> row, int[] widths, StringBuilder text) {
        for (int i = 0; i < widths.length; i++) {
            CellText cell = row.get(i);
            text.append(' ').append(cell.text());
            if (i < widths.length - 1) {
                text.repeat(' ', widths[i] - cell.width() + GAP);
            }
        }
        text.append('\n');
    }

    private static List<CellText> cells(List<String> raw) {
        return raw.stream().map(CellText::of).toList();
    }
}
