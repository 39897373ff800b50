package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code setvcpus}. */
final class SetvcpusVerb implements Verb {
    private static final Option.Text COUNT =
            Option.Text.required("count", "number of virtual CPUs", (_, _) -> List.of());
    private static final Option.Flag MAXIMUM =
            new Option.Flag("maximum", "set maximum limit on next boot");

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
                                Stream.of(domain.option(), COUNT, MAXIMUM),
                                DocumentScope.OPTIONS.stream())
                        .toList(),
                this::run);
    }

    private void run(Invocation invocation) {
        String text = invocation.required(COUNT);
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new CommandException("Invalid value for number of virtual CPUs");
        }
        int count = Integer.parseInt(text);
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
