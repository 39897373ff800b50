package dev.vsh.shell.verb;

import dev.vsh.driver.Connection;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.guests.GuestStart;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.InterruptKey;

import java.util.List;

/** {@code autostart-all}. */
final class AutostartAllVerb implements Verb {
    private final HypervisorConnection hypervisor;
    private final InterruptKey key;
    private final Output output;

    AutostartAllVerb(HypervisorConnection hypervisor, InterruptKey key, Output output) {
        this.hypervisor = hypervisor;
        this.key = key;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "autostart-all",
                CommandGroup.DOMAIN,
                "start all autostarted networks and domains",
                "Start everything that begins with the host, each domain when those before it are"
                        + " ready.",
                List.of(GuestOptions.PARALLEL),
                this::run);
    }

    private void run(Invocation invocation) {
        int parallel = GuestOptions.parallel(invocation);
        Connection connection = hypervisor.get();
        try (WaitingLine _ = output.waiting("waiting for domains to be ready")) {
            boolean done = startNetworks(connection);
            done &= key.interruptible(() -> startDomains(connection, parallel));
            if (!done) {
                throw CommandException.silent(1);
            }
        }
    }

    private boolean startDomains(Connection connection, int parallel) {
        return new GuestStart(connection)
                .run(parallel, GuestOptions.report("start", "is ready", output));
    }

    private boolean startNetworks(Connection connection) {
        boolean done = true;
        for (Network network : connection.networks().all()) {
            if (network.isAutostart() && !network.isActive()) {
                done &= start(network);
            }
        }
        return done;
    }

    private boolean start(Network network) {
        try {
            network.start();
            output.message("Network " + network.name() + " started");
            return true;
        } catch (DriverException e) {
            output.error("Failed to start network " + network.name());
            CommandException.reasons(e).forEach(output::error);
            return false;
        }
    }
}
