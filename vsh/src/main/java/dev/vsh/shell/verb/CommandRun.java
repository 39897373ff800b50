package dev.vsh.shell.verb;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ExecRequest;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.console.ExecClient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs a command in a container and ends as it did. */
final class CommandRun {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    private final Map<String, String> environment;
    private final ExecClient client;

    /**
     * @param environment the user's own
     */
    CommandRun(Map<String, String> environment, ExecClient client) {
        this.environment = environment;
        this.client = client;
    }

    boolean hasTerminal() {
        return client.hasTerminal();
    }

    /** What the command is to know of the terminal, and what the user wants. */
    Map<String, String> environment(boolean terminal, Map<String, String> wanted) {
        Map<String, String> variables = new LinkedHashMap<>();
        Optional.ofNullable(environment.get("TERM"))
                .filter(_ -> terminal)
                .ifPresent(type -> variables.put("TERM", type));
        variables.putAll(wanted);
        return variables;
    }

    /**
     * @throws CommandException with the command's exit status unless that is 0
     */
    void run(Domain domain, ExecRequest request) {
        int status = status(domain, request).status();
        if (status != 0) {
            throw CommandException.silent(status);
        }
    }

    private InitEnd status(Domain domain, ExecRequest request) {
        try {
            return client.run(domain, request);
        } catch (CommandNotRunException e) {
            throw new CommandException(
                    String.valueOf(e.getMessage()), e.isFound() ? NOT_EXECUTABLE : NOT_FOUND);
        }
    }
}
