package dev.vsh.shell.verb;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.driver.Networks;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** The {@code <network>} of most commands for networks: its option, its completion, its lookup. */
final class NetworkArgument {
    private static final int UUID_LENGTH = 36;

    private final HypervisorConnection hypervisor;
    private final Option.Text option;

    private NetworkArgument(HypervisorConnection hypervisor, Option.Text option) {
        this.hypervisor = hypervisor;
        this.option = option;
    }

    Option.Text option() {
        return option;
    }

    Network of(Invocation invocation) {
        return named(hypervisor, invocation.required(option));
    }

    /** What the user called it, as messages do. */
    String typed(Invocation invocation) {
        return invocation.required(option);
    }

    /** For an option that is not what its command is about. */
    static Network named(HypervisorConnection hypervisor, String word) {
        Networks networks = hypervisor.get().networks();
        try {
            return byUuid(networks, word).orElseGet(() -> networks.byName(word));
        } catch (DriverException e) {
            throw new CommandException("failed to get network '" + word + "'", e);
        }
    }

    /** For an option that is not what its command is about. */
    static List<String> allNames(HypervisorConnection hypervisor) {
        return hypervisor.get().networks().all().stream().map(Network::name).toList();
    }

    private static Optional<Network> byUuid(Networks networks, String word) {
        if (word.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(networks.byUuid(UUID.fromString(word)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        } catch (DriverException e) {
            if (e.code() == ErrorCode.NO_NETWORK) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes the arguments of all commands. */
    static final class Factory {
        private final HypervisorConnection hypervisor;

        Factory(HypervisorConnection hypervisor) {
            this.hypervisor = hypervisor;
        }

        NetworkArgument any() {
            return matching(_ -> true);
        }

        NetworkArgument matching(Predicate<Network> fitting) {
            return make("network name or uuid", fitting, Network::name);
        }

        NetworkArgument byName() {
            return make("network name", _ -> true, Network::name);
        }

        NetworkArgument byUuid() {
            return make("network uuid", _ -> true, network -> network.uuid().toString());
        }

        private NetworkArgument make(
                String help, Predicate<Network> fitting, Function<Network, String> word) {
            return new NetworkArgument(
                    hypervisor,
                    Option.Text.required(
                            "network", help, (_, _) -> words(hypervisor, fitting, word)));
        }

        private static List<String> words(
                HypervisorConnection hypervisor,
                Predicate<Network> fitting,
                Function<Network, String> word) {
            return hypervisor.get().networks().all().stream().filter(fitting).map(word).toList();
        }
    }
}
