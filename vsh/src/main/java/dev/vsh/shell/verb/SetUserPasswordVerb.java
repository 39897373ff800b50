package dev.vsh.shell.verb;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ExecRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Output;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code set-user-password}: by the container's own chpasswd(8), which knows where its passwords are. */
final class SetUserPasswordVerb implements Verb {
    private static final Option.Text PASSWORD =
            Option.Text.required("password", "the new password", ValueCompleter.NOTHING);
    private static final Option.Flag ENCRYPTED =
            new Option.Flag("encrypted", "the password is already encrypted, as crypt(3) does");

    private final Option.Text user;
    private final DomainArgument domain;
    private final Output output;

    SetUserPasswordVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.user =
                Option.Text.required(
                        "user",
                        "name of the user",
                        (soFar, _) -> domain.ifGiven(soFar).map(Domain::users).orElse(List.of()));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "set-user-password",
                CommandGroup.DOMAIN,
                "set the user password inside the domain",
                "Change the password of a user of a running container, by its own chpasswd(8).",
                List.of(domain.option(), user, PASSWORD, ENCRYPTED),
                this::run);
    }

    private void run(Invocation invocation) {
        String user = invocation.required(this.user);
        String password = invocation.required(PASSWORD);
        requireOneLine("user", user, ":\n");
        requireOneLine("password", password, "\n");
        Domain found = domain.of(invocation);
        GuestProgram.Result result = change(found, user, password, invocation.has(ENCRYPTED));
        // Not all of them say by their status that they know no such user.
        if (!result.end().equals(new InitEnd.Exited(0)) || !result.errors().isEmpty()) {
            String reason =
                    result.errors().lines().findFirst().orElse("chpasswd " + result.end().text());
            throw new CommandException(failure(found, user) + ": " + reason);
        }
        output.message("Password set successfully for " + user + " in " + found.name());
    }

    /** A line for each user is what chpasswd reads. */
    private static void requireOneLine(String name, String value, String forbidden) {
        if (value.isEmpty() || value.chars().anyMatch(each -> forbidden.indexOf(each) >= 0)) {
            throw new CommandException(
                    "option --"
                            + name
                            + " may not be empty or have a line break"
                            + (forbidden.contains(":") ? " or a colon" : ""));
        }
    }

    /** On its standard input: what stands on a command line is seen by everybody. */
    private static GuestProgram.Result change(
            Domain domain, String user, String password, boolean encrypted) {
        List<String> command = encrypted ? List.of("chpasswd", "-e") : List.of("chpasswd");
        byte[] line = (user + ":" + password + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            return new GuestProgram(domain)
                    .run(ExecRequest.of(command.toArray(String[]::new)), line);
        } catch (CommandNotRunException e) {
            throw new CommandException(
                    failure(domain, user) + ": the container has no chpasswd", e);
        } catch (DriverException e) {
            throw new CommandException(failure(domain, user), e);
        }
    }

    private static String failure(Domain domain, String user) {
        return "Failed to set the password of '" + user + "' in domain '" + domain.name() + "'";
    }
}
