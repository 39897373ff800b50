package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.Liveliness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code log}. */
final class LogVerb implements Verb {
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Option.Flag FOLLOW =
            new Option.Flag("follow", "print what is added, until the domain has ended");

    private final DomainArgument domain;
    private final InterruptKey key;
    private final Output output;

    LogVerb(DomainArgument domain, InterruptKey key, Output output) {
        this.domain = domain;
        this.key = key;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "log",
                CommandGroup.MONITOR,
                "print the log of a domain",
                "Print when a domain was started, and what its helper has to say.",
                List.of(domain.option(), FOLLOW),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        Optional<Path> file = found.logFile();
        if (file.isPresent()) {
            try (FollowedFile log = new FollowedFile(file.get())) {
                print(log);
                if (invocation.has(FOLLOW)) {
                    key.interruptible(() -> follow(found, log));
                }
            } catch (IOException | UncheckedIOException e) {
                throw new CommandException(
                        "cannot read log file '" + file.get() + "': " + e.getMessage(), e);
            }
        }
    }

    /** What it wrote last is there once it has ended. */
    private boolean follow(Domain found, FollowedFile log) {
        boolean active = true;
        while (active) {
            active = Liveliness.isActive(found);
            print(log);
            if (active) {
                pause();
            }
        }
        return true;
    }

    /** At once: whoever follows it waits for it. */
    private void print(FollowedFile log) {
        try {
            byte[] bytes = log.read();
            output.results().write(bytes, 0, bytes.length);
            output.results().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(ErrorCode.OPERATION_FAILED, "interrupted", e);
        }
    }
}
