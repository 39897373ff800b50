package dev.vsh.shell.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.TerminalSize;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class PicturesTest {
    @Test
    void barIsFullAtTheLimitAndNeverFuller() {
        assertEquals("    ", Bar.of(0, 4));
        assertEquals("██  ", Bar.of(0.5, 4));
        assertEquals("█▌  ", Bar.of(0.375, 4));
        assertEquals("████", Bar.of(1, 4));
        assertEquals("████", Bar.of(7, 4));
    }

    @Test
    void curveHasTheNewestOnTheRight() {
        assertEquals("  ▁▅█", Bar.curve(List.of(0.0, 0.5, 1.0), 1, 5));
        assertEquals("▅█", Bar.curve(List.of(0.0, 0.5, 1.0), 1, 2));
        assertEquals("▁▁", Bar.curve(List.of(0.0, 0.1), 1, 2));
        assertEquals("▁█", Bar.curve(List.of(0.0, 4.0), 1, 2));
    }

    @Test
    void amountsAreShort() {
        assertEquals("0B", Amounts.bytes(0));
        assertEquals("999B", Amounts.bytes(999));
        assertEquals("1.5K", Amounts.bytes(1536));
        assertEquals("64M", Amounts.bytes(64 << 20));
        assertEquals("12.5%", Amounts.percent(0.125));
        assertEquals("-", Amounts.limit(Long.MAX_VALUE));
    }

    @Test
    void screenIsNeverLargerThanTheTerminal() {
        List<UsageRow> rows =
                List.of(
                        new UsageRow(
                                "a-name-that-is-far-too-long-for-any-screen",
                                false,
                                1,
                                1,
                                2,
                                3,
                                4,
                                5),
                        new UsageRow("b\nad", true, 2, 2, 2, 3, 4, 5),
                        new UsageRow("c", false, 3, 2, 2, 3, 4, 5));
        for (TerminalSize size :
                List.of(
                        new TerminalSize(80, 24),
                        new TerminalSize(20, 4),
                        new TerminalSize(200, 5))) {
            List<String> lines = picture(UsageOrder.CPU).lines(rows, size);

            assertEquals(size.rows(), lines.size());
            assertTrue(lines.stream().allMatch(line -> line.length() <= size.columns()));
        }
    }

    @Test
    void narrowScreenGoesWithoutTheBarAndThenWithoutTheRates() {
        List<UsageRow> rows =
                List.of(new UsageRow("größe-日本語-コンテナ", true, 0, 40 << 20, 64 << 20, 3, 4, 5));
        TopPicture picture = picture(UsageOrder.CPU);

        assertEquals(
                "größe-日本語-コン…  paused    40M    64M ██████▎        3       4B       5B",
                picture.lines(rows, new TerminalSize(80, 4)).get(2).strip());
        assertEquals(
                "größe-日…  paused    40M    64M     3       4B       5B",
                picture.lines(rows, new TerminalSize(60, 4)).get(2).strip());
        assertEquals(
                "größe-日本…  paused    40M    64M     3",
                picture.lines(rows, new TerminalSize(44, 4)).get(2).strip());
        assertEquals(
                "0 running, 1 paused (0 shown), 0.0% cpu, 40M memory",
                picture.lines(rows, new TerminalSize(80, 3)).getFirst());
    }

    @Test
    void orderDecidesWhatComesFirst() {
        List<UsageRow> rows =
                List.of(
                        new UsageRow("a", false, 1, 2, 2, 3, 4, 5),
                        new UsageRow("b", false, 2, 1, 2, 3, 4, 5));
        TerminalSize size = new TerminalSize(80, 24);

        assertTrue(picture(UsageOrder.CPU).lines(rows, size).get(2).startsWith("b "));
        assertTrue(picture(UsageOrder.MEMORY).lines(rows, size).get(2).startsWith("a "));
        assertTrue(picture(UsageOrder.NAME).lines(rows, size).get(2).startsWith("a "));
    }

    @Test
    void ratesAreOfTheTimeBetweenTwoSamples() {
        UsageSample before = new UsageSample("a", false, 0, seconds(1), 5, 10, 1, 100, 1000);
        UsageSample now =
                new UsageSample("a", false, 2_000_000_000, seconds(2), 6, 10, 2, 300, 500);

        assertEquals(
                new UsageRow("a", false, 0.5, 6, 10, 2, 100, 0), UsageRow.between(before, now));
    }

    @Test
    void monitorSeesRunningDomainsOnly() {
        try (Connection connection = Connection.open("test:///default")) {
            UsageMonitor monitor = new UsageMonitor(() -> connection);

            assertEquals(List.of("test"), monitor.look().stream().map(UsageRow::name).toList());
            connection.lookupDomainByName("test").destroy();
            assertEquals(List.of(), monitor.look());
        }
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static TopPicture picture(UsageOrder order) {
        return new TopPicture(
                new UsageMonitor(
                        () -> {
                            throw new IllegalStateException("nobody asks");
                        }),
                order,
                false);
    }
}
