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

    /** What a name should have before anything else is shown. */
    private static final int NAME = 9;

    /** Every column but name, bar and curve. */
    private static final int NUMBERS = 51;

    /** The last two of them. */
    private static final int RATES = 18;

    private static final String PAUSED = "paused";

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

    /**
     * How a screen is shared out; what is narrow goes without the bar first, and then without the rates.
     *
     * @param curve as wide as there is room for, 0 for none
     */
    private record Layout(int name, boolean bar, boolean rates, int curve) {
        static Layout of(List<UsageRow> rows, TerminalSize size) {
            int longest =
                    rows.stream().mapToInt(row -> TopPicture.name(row).width()).max().orElse(0);
            int wanted = Math.clamp(longest, 6, NAME);
            boolean bar = size.columns() >= wanted + NUMBERS + BAR + 1;
            boolean rates = size.columns() >= wanted + NUMBERS;
            int others = NUMBERS + (bar ? BAR + 1 : 0) - (rates ? 0 : RATES);
            int name = Math.clamp(longest, 6, Math.max(6, size.columns() - others));
            int left = size.columns() - others - name - 1;
            return new Layout(name, bar, rates, Math.clamp(left, 0, LONGEST_CURVE));
        }
    }

    List<String> lines(List<UsageRow> rows, TerminalSize size) {
        Layout layout = Layout.of(rows, size);
        int room = Math.max(0, size.rows() - 3);
        List<String> lines = new ArrayList<>();
        lines.add(cut(summary(rows, room), size));
        lines.add(paint(Ink.REVERSE, cut(heading(layout), size)));
        order.sorted(rows).stream().limit(room).forEach(row -> lines.add(line(row, layout, size)));
        while (lines.size() < size.rows() - 1) {
            lines.add("");
        }
        lines.add(paint(Ink.FAINT, keys(size)));
        return lines;
    }

    private static CellText name(UsageRow row) {
        return CellText.of(row.name());
    }

    private static String summary(List<UsageRow> rows, int room) {
        double cpu = rows.stream().mapToDouble(UsageRow::cpu).sum();
        long memory = rows.stream().mapToLong(UsageRow::memory).sum();
        long paused = rows.stream().filter(UsageRow::paused).count();
        return "%d running%s%s, %s cpu, %s memory"
                .formatted(
                        rows.size() - paused,
                        paused == 0 ? "" : ", " + paused + " paused",
                        rows.size() > room ? " (" + room + " shown)" : "",
                        Amounts.percent(cpu),
                        Amounts.bytes(memory));
    }

    private String heading(Layout layout) {
        String rates =
                "%8s %8s "
                        .formatted(
                                mark("Block/s", UsageOrder.BLOCK),
                                mark("Net/s", UsageOrder.TRAFFIC));
        return "%s %7s %6s %6s %s%5s %s%s"
                .formatted(
                        pad(mark("Name", UsageOrder.NAME), layout.name()),
                        mark("CPU", UsageOrder.CPU),
                        mark("Memory", UsageOrder.MEMORY),
                        "Limit",
                        layout.bar() ? " ".repeat(BAR + 1) : "",
                        mark("PIDs", UsageOrder.PIDS),
                        layout.rates() ? rates : "",
                        pad(layout.curve() > 0 ? "CPU history" : "", layout.curve()));
    }

    private String mark(String title, UsageOrder column) {
        return column == order ? title.toUpperCase(Locale.ROOT) : title;
    }

    private String line(UsageRow row, Layout layout, TerminalSize size) {
        String before =
                "%s %7s %6s %6s "
                        .formatted(
                                fit(name(row), layout.name()),
                                row.paused() ? PAUSED : Amounts.percent(row.cpu()),
                                Amounts.bytes(row.memory()),
                                Amounts.limit(row.limit()));
        String after = "%5d ".formatted(row.processes()) + (layout.rates() ? rates(row) : "");
        if (!layout.bar()) {
            return cut(before + after, size);
        }
        String curve =
                layout.curve() == 0 ? "" : Bar.curve(monitor.loads(row.name()), 1, layout.curve());
        return before
                + paint(ink(row), Bar.of(row.memoryShare(), BAR))
                + " "
                + after
                + paint(Ink.CYAN, curve);
    }

    private static String rates(UsageRow row) {
        return "%8s %8s "
                .formatted(Amounts.bytes(row.blockRate()), Amounts.bytes(row.networkRate()));
    }

    private static Ink ink(UsageRow row) {
        double share = row.memoryShare();
        return share >= HOT ? Ink.RED : share >= WARM ? Ink.YELLOW : Ink.GREEN;
    }

    private static String keys(TerminalSize size) {
        String keys = "q quit  sort by: c cpu  m memory  p pids  b block  t traffic  n name";
        return keys.length() <= size.columns() ? keys : cut("q quit  sort: c m p b t n", size);
    }

    /** A name that is cut says so. */
    private static String fit(CellText name, int width) {
        CellText shown = name.width() <= width ? name : name.cut(width - 1);
        String end = name.width() <= width ? "" : "…";
        return shown.text() + end + " ".repeat(width - shown.width() - end.length());
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
