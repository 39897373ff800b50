package dev.vsh.shell.verb;

import dev.vsh.domain.InitEnd;
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

/** Runs a program in a container that has little to read and little to say. */
final class GuestProgram {
    private final Domain domain;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    /**
     * @param output without the end of its last line
     * @param errors likewise
     */
    record Result(InitEnd end, String output, String errors) {}

    /** For one run. */
    GuestProgram(Domain domain) {
        this.domain = domain;
    }

    /**
     * @param input no more than a pipe takes: nobody listens meanwhile
     * @throws dev.vsh.driver.CommandNotRunException when it is not there
     * @throws CommandException when it cannot be listened to
     */
    Result run(ExecRequest request, byte[] input) {
        try (ExecStream stream = domain.exec(request)) {
            if (input.length > 0) {
                stream.write(input, 0, input.length);
            }
            stream.endInput();
            Optional<InitEnd> end = Optional.empty();
            while (end.isEmpty()) {
                end = listen(stream.next());
            }
            return new Result(end.get(), text(output), text(errors));
        } catch (IOException e) {
            throw new CommandException(
                    "cannot hear what '"
                            + request.command().getFirst()
                            + "' says: "
                            + e.getMessage(),
                    e);
        }
    }

    private Optional<InitEnd> listen(ExecEvent event) {
        return switch (event) {
            case ExecEvent.Output(ByteBuffer bytes) -> keep(bytes, output);
            case ExecEvent.Errors(ByteBuffer bytes) -> keep(bytes, errors);
            case ExecEvent.Ended(InitEnd how) -> Optional.of(how);
        };
    }

    private static Optional<InitEnd> keep(ByteBuffer bytes, ByteArrayOutputStream all) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        all.writeBytes(copy);
        return Optional.empty();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
