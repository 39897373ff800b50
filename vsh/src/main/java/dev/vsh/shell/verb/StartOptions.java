package dev.vsh.shell.verb;

import dev.vsh.driver.StartRequest;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.console.ConsoleClient;

import java.util.List;

/** What {@code start} and {@code create} have in common. */
final class StartOptions {
    static final Option.Flag CONSOLE =
            new Option.Flag("console", "attach to console after creation");

    static final List<Option> REFUSED =
            List.of(
                    Option.Refused.flag("paused", "a container cannot be started paused"),
                    Option.Refused.flag("autodestroy", "a container does not depend on the shell"),
                    Option.Refused.text("pass-fds", "files cannot be passed to a container's init"),
                    Option.Refused.flag("reset-nvram", "a container has no nvram"));

    private StartOptions() {}

    /** To be asked before the first message. */
    static StartRequest request(Invocation invocation, ConsoleClient console) {
        if (!invocation.has(CONSOLE)) {
            return StartRequest.PLAIN;
        }
        console.prepare();
        return console.startRequest();
    }
}
