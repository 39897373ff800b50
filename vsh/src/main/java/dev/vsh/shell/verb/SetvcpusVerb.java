package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.Optional;
import java.util.stream.Stream;

/** {@code setvcpus}. */
final class SetvcpusVerb implements Verb {
    private static final Option.Text COUNT =
            Option.Text.requiredNumber("count", "number of virtual CPUs");
    private static final Option.Flag MAXIMUM =
            new Option.Flag("maximum", "set maximum limit on next boot");

    private static final Option.Refused GUEST =
            Option.Refused.flag("guest", "no agent runs in a container");
    private static final Option.Refused HOTPLUGGABLE =
            Option.Refused.flag("hotpluggable", "a container sees its processors from its start");

    private final DomainArgument domain;

    SetvcpusVerb(DomainArgument domain) {
        this.domain = domain;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "setvcpus",
                CommandGroup.DOMAIN,
                "change number of virtual CPUs",
                "Change the number of virtual CPUs in the guest domain.",
                Stream.concat(
                                Stream.of(domain.option(), COUNT, MAXIMUM, GUEST, HOTPLUGGABLE),
                                DocumentScope.OPTIONS.stream())
                        .toList(),
                this::run);
    }

    private void run(Invocation invocation) {
        int count = WholeNumber.parse(COUNT.name(), invocation.required(COUNT));
        if (count == 0) {
            throw new CommandException("Can't set 0 processors for a container");
        }
        boolean maximum = invocation.has(MAXIMUM);
        Domain found = domain.of(invocation);
        CommandException.attempt(
                "Unable to change the number of virtual CPUs",
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base -> counted(base, count, maximum)));
    }

    private static DomainDefinition counted(DomainDefinition base, int count, boolean maximum) {
        Vcpu vcpu = base.vcpu();
        if (!maximum && count > vcpu.maximum()) {
            throw new CommandException(
                    "requested vcpus is greater than max allowable vcpus for the domain: %d > %d"
                            .formatted(count, vcpu.maximum()));
        }
        int most = maximum ? count : vcpu.maximum();
        Optional<Integer> current =
                maximum ? vcpu.current().filter(each -> each < count) : Optional.of(count);
        return base.withVcpu(
                new Vcpu(
                        most,
                        current.filter(each -> each != most),
                        vcpu.cpuset(),
                        vcpu.placement()));
    }
}
