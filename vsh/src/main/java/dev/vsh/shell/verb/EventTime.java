package dev.vsh.shell.verb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * When something happened, as {@code --timestamp} shows it. In a class of its own because every verb is made for every
 * command, and to make a formatter takes longer than most commands.
 */
final class EventTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private EventTime() {}

    static String text(Instant at) {
        return FORM.format(at);
    }
}
