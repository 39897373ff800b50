package dev.vsh.shell.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** The file that {@code -l} names. A log that cannot be written never stops a command. */
public final class ShellLog {
    /** In the order of virsh's numbers, 0 to 4. */
    public enum Level {
        DEBUG,
        INFO,
        NOTICE,
        WARNING,
        ERROR;

        /** Empty when there is no such number. */
        public static Optional<Level> ofNumber(int number) {
            return number < 0 || number >= values().length
                    ? Optional.empty()
                    : Optional.of(values()[number]);
        }
    }

    /** No file, and nothing but errors is of interest. */
    public static final ShellLog NONE = new ShellLog(Optional.empty(), Level.ERROR);

    private final Optional<Path> file;
    private final Level threshold;

    public ShellLog(Optional<Path> file, Level threshold) {
        this.file = file;
        this.threshold = threshold;
    }

    boolean wants(Level level) {
        return level.compareTo(threshold) >= 0;
    }

    void write(Level level, String message) {
        if (file.isPresent() && wants(level)) {
            append(file.get(), line(LocalDateTime.now(ZoneId.systemDefault()), level, message));
        }
    }

    /** virsh's format: {@code [2026.11.22 10:00:00 vsh 4711] ERROR message}. */
    static String line(LocalDateTime time, Level level, String message) {
        return "["
                + time.getYear()
                + "."
                + twoDigits(time.getMonthValue())
                + "."
                + twoDigits(time.getDayOfMonth())
                + " "
                + twoDigits(time.getHour())
                + ":"
                + twoDigits(time.getMinute())
                + ":"
                + twoDigits(time.getSecond())
                + " vsh "
                + ProcessHandle.current().pid()
                + "] "
                + level
                + " "
                + message
                + "\n";
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException _) {
            // Whoever watches the log sees that it stopped; the user has asked for something else.
            return;
        }
    }
}
