package dev.vsh.driver;

import java.util.Optional;

/**
 * @param device alias of the console ({@code console0}); the first one when empty
 * @param force disconnects other clients first
 */
public record ConsoleOptions(Optional<String> device, boolean force) {
    public static final ConsoleOptions FIRST = new ConsoleOptions(Optional.empty(), false);
}
