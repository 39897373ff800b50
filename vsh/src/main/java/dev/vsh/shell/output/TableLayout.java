package dev.vsh.shell.output;

import java.util.List;

/** Columns as wide as their widest cell, as virsh lays them out. */
record TableLayout(List<CellText> heading, List<List<CellText>> rows) {
    private static final int GAP = 2;

    String text(boolean withHeading) {
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
}
