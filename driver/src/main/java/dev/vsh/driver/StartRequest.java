package dev.vsh.driver;

/**
 * @param awaitConsole whether somebody is about to attach to the console: then a container that is over in no time keeps
 *     its output until they have, a few seconds at most
 */
public record StartRequest(boolean awaitConsole) {
    public static final StartRequest PLAIN = new StartRequest(false);
    public static final StartRequest WITH_CONSOLE = new StartRequest(true);
}
