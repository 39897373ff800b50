package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.guests.GuestReport;
import dev.vsh.shell.guests.GuestStop;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.InterruptKey;

import java.util.List;

/** {@code shutdown-all}. */
final class ShutdownAllVerb implements Verb {
    private static final Option.Text TIMEOUT =
            Option.Text.optionalNumber(
                    "timeout", "seconds that each domain may take to end, 60 by default");
    private static final Option.Flag DESTROY =
            new Option.Flag("destroy", "destroy what has not ended by then, or cannot be asked");

    private final HypervisorConnection hypervisor;
    private final InterruptKey key;
    private final Output output;

    ShutdownAllVerb(HypervisorConnection hypervisor, InterruptKey key, Output output) {
        this.hypervisor = hypervisor;
        this.key = key;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "shutdown-all",
                CommandGroup.DOMAIN,
                "gracefully shutdown all domains",
                "Ask every running domain to end, those first that autostart-all starts last, and"
                        + " wait for them.",
                List.of(GuestOptions.PARALLEL, TIMEOUT, DESTROY),
                this::run);
    }

    private void run(Invocation invocation) {
        GuestStop stop =
                new GuestStop(
                        hypervisor.get(),
                        Seconds.of(invocation, TIMEOUT).orElse(ShutdownOptions.USUAL),
                        invocation.has(DESTROY));
        try (WaitingLine _ = output.waiting("waiting for domains to end")) {
            int parallel = GuestOptions.parallel(invocation);
            GuestReport report = GuestOptions.report("shutdown", "has been shut down", output);
            boolean ended = key.interruptible(() -> stop.run(parallel, report));
            if (!ended) {
                throw CommandException.silent(1);
            }
        }
    }
}
