package dev.vsh.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of the process itself. */
enum ProcessOption {
    CONNECT('c', "connect", true),
    DEBUG('d', "debug", true),
    ESCAPE('e', "escape", true),
    FILE('f', "file", true),
    HELP('h', "help", false),
    KEEPALIVE_INTERVAL('k', "keepalive-interval", true),
    KEEPALIVE_COUNT('K', "keepalive-count", true),
    LOG('l', "log", true),
    OUTPUT('o', "output", true),
    QUIET('q', "quiet", false),
    READONLY('r', "readonly", false),
    TIMING('t', "timing", false),
    SHORT_VERSION('v', "version", false),
    LONG_VERSION('V', "", false);

    private final char letter;
    private final String longName;
    private final boolean takesValue;

    ProcessOption(char letter, String longName, boolean takesValue) {
        this.letter = letter;
        this.longName = longName;
        this.takesValue = takesValue;
    }

    char letter() {
        return letter;
    }

    String longName() {
        return longName;
    }

    boolean takesValue() {
        return takesValue;
    }

    static Optional<ProcessOption> of(char letter) {
        return Arrays.stream(values()).filter(option -> option.letter == letter).findFirst();
    }

    /** As getopt_long(3): the beginning of a name will do where it begins no other. */
    static Optional<ProcessOption> of(String longName) {
        List<ProcessOption> begun =
                Arrays.stream(values())
                        .filter(option -> !longName.isEmpty())
                        .filter(option -> option.longName.startsWith(longName))
                        .toList();
        return begun.stream()
                .filter(option -> begun.size() == 1 || option.longName.equals(longName))
                .findFirst();
    }
}
