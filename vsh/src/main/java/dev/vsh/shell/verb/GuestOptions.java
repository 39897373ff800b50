package dev.vsh.shell.verb;

import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.guests.GuestReport;
import dev.vsh.shell.output.Output;

import java.util.List;

/** What {@code autostart-all} and {@code shutdown-all} have in common: how many at a time, and what they print. */
final class GuestOptions {
    static final Option.Text PARALLEL =
            Option.Text.optional(
                    "parallel",
                    "how many domains at a time, as many as processors by default",
                    (_, _) -> List.of());

    private static final int MOST = 999;

    private GuestOptions() {}

    static int parallel(Invocation invocation) {
        return invocation
                .value(PARALLEL)
                .map(GuestOptions::number)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    private static int number(String text) {
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) > 0) {
            return Integer.parseInt(text);
        }
        throw new CommandException("--parallel needs a number from 1 to " + MOST);
    }

    static GuestReport report(String verb, String done, Output output) {
        return new GuestReport() {
            @Override
            public void done(String domain) {
                output.message("Domain '" + domain + "' " + done);
                output.results().flush();
            }

            @Override
            public void failed(String domain, DriverException reason) {
                output.error("Failed to " + verb + " domain '" + domain + "'");
                CommandException.reasons(reason).forEach(output::error);
            }
        };
    }
}
