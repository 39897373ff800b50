package dev.vsh.linux;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A number that a header gives a name to, so that a system call can be printed the way strace prints
 * it.
 */
public record Constant(String name, long value) {
    /** Several flags in one number. */
    public static Constant or(Constant... flags) {
        return new Constant(
                Arrays.stream(flags).map(Constant::name).collect(Collectors.joining("|")),
                Arrays.stream(flags).mapToLong(Constant::value).reduce(0, (a, b) -> a | b));
    }
}
