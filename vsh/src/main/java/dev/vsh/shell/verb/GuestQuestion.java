package dev.vsh.shell.verb;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ExecEvent;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.shell.command.CommandException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a container by a command that runs in it. */
final class GuestQuestion {
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
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (ExecStream stream = domain.exec(ExecRequest.of(command))) {
            stream.endInput();
            Optional<InitEnd> end = Optional.empty();
            while (end.isEmpty()) {
                end = listen(stream.next(), answer);
            }
            return end.filter(new InitEnd.Exited(0)::equals)
                    .map(_ -> answer.toString(StandardCharsets.UTF_8).stripTrailing());
        } catch (CommandNotRunException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CommandException(
                    "cannot hear what '" + command[0] + "' says: " + e.getMessage(), e);
        }
    }

    private static Optional<InitEnd> listen(ExecEvent event, ByteArrayOutputStream answer) {
        return switch (event) {
            case ExecEvent.Output(ByteBuffer bytes) -> {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                answer.writeBytes(copy);
                yield Optional.empty();
            }
            case ExecEvent.Errors _ -> Optional.empty();
            case ExecEvent.Ended(InitEnd how) -> Optional.of(how);
        };
    }
}
