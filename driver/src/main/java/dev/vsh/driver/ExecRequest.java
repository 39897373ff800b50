package dev.vsh.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command for a running container.
 *
 * @param command its name and its arguments; a name without a slash is looked for in the {@code PATH}
 * @param user name or number of one of the container's users; root when empty
 * @param environment besides what the container's init was given
 * @param directory where it begins, {@code /} when empty
 * @param terminal whether it gets a terminal of its own
 * @param labelled whether it takes the container's security label, if that has one
 * @param size that its terminal has from the beginning, 80 by 24 when empty
 */
public record ExecRequest(
        List<String> command,
        Optional<String> user,
        Map<String, String> environment,
        Optional<String> directory,
        boolean terminal,
        boolean labelled,
        Optional<TerminalSize> size) {
    public ExecRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public ExecRequest(
            List<String> command,
            Optional<String> user,
            Map<String, String> environment,
            Optional<String> directory,
            boolean terminal,
            boolean labelled) {
        this(command, user, environment, directory, terminal, labelled, Optional.empty());
    }

    public ExecRequest(
            List<String> command,
            Optional<String> user,
            Map<String, String> environment,
            Optional<String> directory,
            boolean terminal) {
        this(command, user, environment, directory, terminal, true);
    }

    public ExecRequest withSize(TerminalSize terminalSize) {
        return new ExecRequest(
                command,
                user,
                environment,
                directory,
                terminal,
                labelled,
                Optional.of(terminalSize));
    }

    /** As root, without a terminal. */
    public static ExecRequest of(String... command) {
        return new ExecRequest(
                List.of(command), Optional.empty(), Map.of(), Optional.empty(), false);
    }
}
