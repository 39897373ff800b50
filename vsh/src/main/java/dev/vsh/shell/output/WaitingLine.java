package dev.vsh.shell.output;

import java.io.PrintStream;

/**
 * A line on a terminal that says what is being waited for, and how long already; it appears when that takes more than a
 * second, and is gone when the wait is over. Whatever else is printed meanwhile has to {@link #clear} it first.
 */
public final class WaitingLine implements AutoCloseable {
    private static final long SECOND = 1000;
    private static final String ERASE = "\r\033[K";

    private final PrintStream terminal;
    private final String what;
    private int seconds;
    private boolean shown;
    private boolean over;

    private WaitingLine(PrintStream terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    static WaitingLine begin(PrintStream terminal, String what) {
        WaitingLine line = new WaitingLine(terminal, what);
        Thread.ofPlatform().name("waiting-line").daemon().start(line::run);
        return line;
    }

    /** For somebody who does not sit at a terminal. */
    static WaitingLine nowhere() {
        return new WaitingLine(new PrintStream(PrintStream.nullOutputStream()), "");
    }

    private synchronized void run() {
        try {
            long begin = System.nanoTime();
            while (!over) {
                wait(SECOND);
                seconds = (int) ((System.nanoTime() - begin) / 1_000_000_000);
                show();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        if (!over && seconds > 0) {
            terminal.print(ERASE + what + " … " + seconds + " s");
            terminal.flush();
            shown = true;
        }
    }

    synchronized void clear() {
        if (shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        clear();
        notifyAll();
    }
}
