package dev.vsh.helper.protocol;

import java.util.Optional;

/**
 * What a helper leaves behind when its container has ended: one line of text.
 *
 * @param helperPid whose record this is
 * @param waitStatus how the init ended, as {@code wait(2)} tells it
 */
public record ExitRecord(long helperPid, int waitStatus) {
    public String format() {
        return helperPid + " " + waitStatus + "\n";
    }

    /** Empty when the text is no record: a full disk may have cut it short. */
    public static Optional<ExitRecord> parse(String text) {
        String[] words = text.strip().split(" ", 2);
        if (!text.endsWith("\n") || words.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ExitRecord(Long.parseLong(words[0]), Integer.parseInt(words[1])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
