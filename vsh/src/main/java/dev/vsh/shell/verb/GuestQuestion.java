package dev.vsh.shell.verb;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ExecRequest;
import dev.vsh.shell.command.CommandException;

import java.util.Optional;

/** Asks a container by a command that runs in it. */
final class GuestQuestion {
    private static final byte[] NO_INPUT = {};

    private final Domain domain;

    GuestQuestion(Domain domain) {
        this.domain = domain;
    }

    /**
     * What the command prints, without the end of its last line; empty when it fails, or is not there.
     *
     * @throws CommandException when it cannot be listened to
     */
    Optional<String> ask(String... command) {
        try {
            return Optional.of(new GuestProgram(domain).run(ExecRequest.of(command), NO_INPUT))
                    .filter(result -> result.end().equals(new InitEnd.Exited(0)))
                    .map(GuestProgram.Result::output);
        } catch (CommandNotRunException _) {
            return Optional.empty();
        }
    }
}
