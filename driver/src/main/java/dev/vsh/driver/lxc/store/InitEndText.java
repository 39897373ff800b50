package dev.vsh.driver.lxc.store;

import dev.vsh.domain.InitEnd;

import java.util.Optional;

/** How an init ended, as a word in a file. */
final class InitEndText {
    private static final String EXITED = "exited:";
    private static final String KILLED = "killed:";
    private static final String POWERED_OFF = "powered-off";
    private static final String REBOOTED = "rebooted";

    private InitEndText() {}

    static String of(InitEnd end) {
        return switch (end) {
            case InitEnd.Exited(int status) -> EXITED + status;
            case InitEnd.Killed(int signal) -> KILLED + signal;
            case InitEnd.PoweredOff _ -> POWERED_OFF;
            case InitEnd.Rebooted _ -> REBOOTED;
        };
    }

    /** Empty when it is no such word. */
    static Optional<InitEnd> parse(String word) {
        return switch (word) {
            case POWERED_OFF -> Optional.of(new InitEnd.PoweredOff());
            case REBOOTED -> Optional.of(new InitEnd.Rebooted());
            default -> parseNumber(word);
        };
    }

    private static Optional<InitEnd> parseNumber(String word) {
        try {
            int number = Integer.parseInt(word.substring(word.indexOf(':') + 1));
            if (word.startsWith(EXITED)) {
                return Optional.of(new InitEnd.Exited(number));
            }
            return word.startsWith(KILLED)
                    ? Optional.of(new InitEnd.Killed(number))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
