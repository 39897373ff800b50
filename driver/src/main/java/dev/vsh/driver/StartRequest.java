package dev.vsh.driver;

import java.util.Optional;

/**
 * How a container is started.
 *
 * @param awaitConsole whether somebody is about to attach to the console: then a container that is over in no time keeps
 *     its output until they have, a few seconds at most
 * @param consoleSize that its first console has from the beginning, 80 by 24 when empty
 */
public record StartRequest(boolean awaitConsole, Optional<TerminalSize> consoleSize) {
    public static final StartRequest PLAIN = new StartRequest(false, Optional.empty());
    public static final StartRequest WITH_CONSOLE = new StartRequest(true, Optional.empty());

    public StartRequest withConsoleSize(TerminalSize size) {
        return new StartRequest(awaitConsole, Optional.of(size));
    }
}
