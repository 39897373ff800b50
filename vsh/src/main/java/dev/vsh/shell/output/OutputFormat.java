package dev.vsh.shell.output;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How what a command has found is written. */
public enum OutputFormat {
    /** As virsh writes it, for people. */
    TABLE("table"),
    /** A line a row with tabs between, for {@code cut} and {@code awk}. */
    PLAIN("plain"),
    JSON("json");

    private final String word;

    OutputFormat(String word) {
        this.word = word;
    }

    public static Optional<OutputFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(format -> format.word).toList();
    }
}
