package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.DomainKey;
import dev.vsh.shell.session.DomainLookup;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The {@code <domain>} of most commands: its option, its completion, its lookup. */
final class DomainArgument {
    private final DomainLookup lookup;
    private final Set<DomainKey> keys;
    private final Option.Text option;

    private DomainArgument(DomainLookup lookup, Set<DomainKey> keys, Option.Text option) {
        this.lookup = lookup;
        this.keys = keys;
        this.option = option;
    }

    Option.Text option() {
        return option;
    }

    Domain of(Invocation invocation) {
        return lookup.find(invocation.required(option), keys);
    }

    /** What the user called it, as messages do. */
    String typed(Invocation invocation) {
        return invocation.required(option);
    }

    /** For a command that can do without. */
    Optional<Domain> find(Invocation invocation) {
        return invocation.value(option).map(name -> lookup.find(name, keys));
    }

    /** For completion: a command that is being written may not have one yet. */
    Optional<Domain> ifGiven(Invocation soFar) {
        return soFar.has(option) ? Optional.of(of(soFar)) : Optional.empty();
    }

    /** For an option that is more than one domain's name. */
    static List<String> allNames(HypervisorConnection hypervisor) {
        return names(hypervisor, _ -> true);
    }

    private static List<String> names(HypervisorConnection hypervisor, Predicate<Domain> fitting) {
        return hypervisor.get().listAllDomains().stream()
                .filter(fitting)
                .map(Domain::name)
                .toList();
    }

    /** Makes the arguments of all commands. */
    static final class Factory {
        private static final String NAME = "domain";
        private static final String HELP = "domain name, id or uuid";

        private final HypervisorConnection hypervisor;
        private final DomainLookup lookup;

        Factory(HypervisorConnection hypervisor) {
            this.hypervisor = hypervisor;
            this.lookup = new DomainLookup(hypervisor);
        }

        DomainArgument any() {
            return matching(_ -> true);
        }

        DomainArgument active() {
            return matching(Domain::isActive);
        }

        DomainArgument running() {
            return matching(domain -> domain.status() instanceof DomainStatus.Running);
        }

        DomainArgument paused() {
            return matching(domain -> domain.status() instanceof DomainStatus.Paused);
        }

        DomainArgument persistent() {
            return matching(Domain::isPersistent);
        }

        /** An id would name a running domain, so only name and uuid are tried. */
        DomainArgument inactive() {
            return named(
                    "name of the inactive domain",
                    EnumSet.of(DomainKey.UUID, DomainKey.NAME),
                    domain -> !domain.isActive());
        }

        /** The command has another way to know what it is about. */
        DomainArgument optional() {
            Option.Text option =
                    Option.Text.optional(NAME, HELP, (_, _) -> names(hypervisor, _ -> true));
            return new DomainArgument(lookup, EnumSet.allOf(DomainKey.class), option);
        }

        DomainArgument named(String help, Set<DomainKey> keys, Predicate<Domain> fitting) {
            Option.Text option =
                    Option.Text.required(NAME, help, (_, _) -> names(hypervisor, fitting));
            return new DomainArgument(lookup, keys, option);
        }

        private DomainArgument matching(Predicate<Domain> fitting) {
            return named(HELP, EnumSet.allOf(DomainKey.class), fitting);
        }
    }
}
