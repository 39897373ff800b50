package dev.vsh.shell.look;

import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.output.CellText;
import dev.vsh.shell.output.Ink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The screen of {@code top} at one instant, as lines that are no longer and no more than fit. */
final class TopPicture {
    private static final int BAR = 10;
    private static final int LONGEST_CURVE = 60;

    /** Every column but name and curve. */
    private static final int NUMBERS = 62;

    private static final double WARM = 0.75;
    private static final double HOT = 0.9;

    private final UsageMonitor monitor;
    private final UsageOrder order;
    private final boolean coloured;

    TopPicture(UsageMonitor monitor, UsageOrder order, boolean coloured) {
        this.monitor = monitor;
        this.order = order;
        this.coloured = coloured;
    }

    List<String> lines(List<UsageRow> rows, TerminalSize size) {
        int nameWidth = nameWidth(rows, size);
        int curveWidth = Math.clamp(size.columns() - nameWidth - NUMBERS - 1L, 0, LONGEST_CURVE);
        List<String> lines = new ArrayList<>();
        lines.add(cut(summary(rows), size));
        lines.add(paint(Ink.REVERSE, cut(heading(nameWidth, curveWidth), size)));
        order.sorted(rows).stream()
                .limit(Math.max(0, size.rows() - 3))
                .forEach(row -> lines.add(line(row, nameWidth, curveWidth, size)));
        while (lines.size() < size.rows() - 1) {
            lines.add("");
        }
        lines.add(paint(Ink.FAINT, cut(keys(), size)));
        return lines;
    }

    private static int nameWidth(List<UsageRow> rows, TerminalSize size) {
        int longest = rows.stream().mapToInt(row -> name(row).width()).max().orElse(0);
        return Math.clamp(longest, 6, Math.max(6, size.columns() - NUMBERS));
    }

    private static CellText name(UsageRow row) {
        return CellText.of(row.name());
    }

    private static String summary(List<UsageRow> rows) {
        double cpu = rows.stream().mapToDouble(UsageRow::cpu).sum();
        long memory = rows.stream().mapToLong(UsageRow::memory).sum();
        return "%d running, %s cpu, %s memory"
                .formatted(rows.size(), Amounts.percent(cpu), Amounts.bytes(memory));
    }

    private String heading(int nameWidth, int curveWidth) {
        return "%s %7s %6s %6s %s %5s %8s %8s %s"
                .formatted(
                        pad(mark("Name", UsageOrder.NAME), nameWidth),
                        mark("CPU", UsageOrder.CPU),
                        mark("Memory", UsageOrder.MEMORY),
                        "Limit",
                        " ".repeat(BAR),
                        mark("PIDs", UsageOrder.PIDS),
                        mark("Block/s", UsageOrder.BLOCK),
                        mark("Net/s", UsageOrder.TRAFFIC),
                        pad(curveWidth > 0 ? "CPU history" : "", curveWidth));
    }

    private String mark(String title, UsageOrder column) {
        return column == order ? title.toUpperCase(Locale.ROOT) : title;
    }

    private String line(UsageRow row, int nameWidth, int curveWidth, TerminalSize size) {
        String before =
                "%s %7s %6s %6s "
                        .formatted(
                                fit(name(row), nameWidth),
                                Amounts.percent(row.cpu()),
                                Amounts.bytes(row.memory()),
                                Amounts.limit(row.limit()));
        String after =
                " %5d %8s %8s "
                        .formatted(
                                row.processes(),
                                Amounts.bytes(row.blockRate()),
                                Amounts.bytes(row.networkRate()));
        if (before.length() + BAR + after.length() > size.columns()) {
            return cut(before, size);
        }
        String curve = curveWidth == 0 ? "" : Bar.curve(monitor.loads(row.name()), 1, curveWidth);
        return before
                + paint(ink(row), Bar.of(row.memoryShare(), BAR))
                + after
                + paint(Ink.CYAN, curve);
    }

    private static Ink ink(UsageRow row) {
        double share = row.memoryShare();
        return share >= HOT ? Ink.RED : share >= WARM ? Ink.YELLOW : Ink.GREEN;
    }

    private static String keys() {
        return "q quit  sort by: c cpu  m memory  p pids  b block  t traffic  n name";
    }

    private static String fit(CellText name, int width) {
        return name.width() <= width
                ? name.text() + " ".repeat(width - name.width())
                : name.text().substring(0, Math.min(name.text().length(), width));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String cut(String text, TerminalSize size) {
        return text.substring(0, Math.min(text.length(), size.columns()));
    }

    private String paint(Ink ink, String text) {
        return coloured && !text.isEmpty() ? ink.on(text) : text;
    }
}
