package dev.vsh.shell.look;

import dev.vsh.shell.console.LocalTerminal;
import dev.vsh.shell.output.Output;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code top} on a terminal: its other screen, until the user has seen enough. */
public final class TopScreen {
    private static final String OPEN = "\033[?1049h\033[?25l";
    private static final String CLOSE = "\033[?25h\033[?1049l";
    private static final String HOME = "\033[H";
    private static final String END_OF_LINE = "\033[K";
    private static final String REST_OF_SCREEN = "\033[J";

    private static final int RESIZED = -2;
    private static final int GONE = -1;
    private static final int INTERRUPT = 3;
    private static final int END_OF_INPUT = 4;

    private final LocalTerminal terminal;
    private final UsageMonitor monitor;
    private final Output output;
    private final Duration interval;
    private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
    private UsageOrder order;

    public TopScreen(
            LocalTerminal terminal,
            UsageMonitor monitor,
            Output output,
            Duration interval,
            UsageOrder order) {
        this.terminal = terminal;
        this.monitor = monitor;
        this.output = output;
        this.interval = interval;
        this.order = order;
    }

    /** Until the user has seen enough. */
    public void show() {
        terminal.onResize(_ -> keys.add(RESIZED));
        Thread.ofPlatform().name("top-keys").daemon().start(this::readKeys);
        output.print(OPEN);
        try {
            List<UsageRow> rows = monitor.look();
            draw(rows);
            while (waits(rows)) {
                rows = monitor.look();
                draw(rows);
            }
        } finally {
            output.print(CLOSE);
            output.results().flush();
        }
    }

    /** One at a time, and none behind the last: what is typed then is the shell's. */
    private void readKeys() {
        int key;
        do {
            key = readKey();
            keys.add(key);
        } while (!isEnd(key));
    }

    private int readKey() {
        byte[] buffer = new byte[1];
        try {
            return terminal.read(buffer) > 0 ? buffer[0] : GONE;
        } catch (IOException _) {
            // as good as the end of the input
            return GONE;
        }
    }

    /** Until the next look; false when the user wants no other. */
    private boolean waits(List<UsageRow> rows) {
        long until = System.nanoTime() + interval.toNanos();
        try {
            Integer key = keys.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            while (key != null) {
                if (isEnd(key)) {
                    return false;
                }
                UsageOrder.of((char) key.intValue()).ifPresent(chosen -> order = chosen);
                draw(rows);
                key = keys.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isEnd(int key) {
        return key == 'q' || key == INTERRUPT || key == END_OF_INPUT || key == GONE;
    }

    private void draw(List<UsageRow> rows) {
        StringBuilder screen = new StringBuilder(HOME);
        TopPicture picture = new TopPicture(monitor, order, output.isColoured());
        List<String> lines = picture.lines(rows, terminal.size());
        for (int i = 0; i < lines.size(); i++) {
            screen.append(i == 0 ? "" : "\r\n").append(lines.get(i)).append(END_OF_LINE);
        }
        output.print(screen.append(REST_OF_SCREEN).toString());
        output.results().flush();
    }
}
