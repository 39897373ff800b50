package dev.vsh.shell.verb;

import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code vcpupin}: the processors of a container are the host's, and all of them are pinned together. */
final class VcpupinVerb implements Verb {
    private static final Option.Text VCPU = Option.Text.optionalNumber("vcpu", "vcpu number");
    private static final Option.Text CPUS =
            Option.Text.optional("cpulist", "host cpu number(s) to set", ValueCompleter.NOTHING);

    private final DomainArgument domain;
    private final Output output;

    VcpupinVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), VCPU, CPUS));
        options.addAll(DocumentScope.OPTIONS);
        return new Report(output)
                .command(
                        "vcpupin",
                        CommandGroup.DOMAIN,
                        "control or query domain vcpu affinity",
                        "Pin the processors of a container, all together, to host physical CPUs.",
                        options,
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Optional<Integer> only =
                invocation.value(VCPU).map(number -> WholeNumber.parse(VCPU.name(), number));
        Optional<Pinning> wanted = invocation.value(CPUS).map(Pinning::parse);
        Domain found = domain.of(invocation);
        if (wanted.isEmpty()) {
            return table(found.definition(DocumentScope.one(invocation, found)).vcpu(), only);
        }
        requireAll(found, invocation, only);
        wanted.get().apply(invocation, found);
        return Answer.NOTHING;
    }

    /** Where there is but one, it is all of them. */
    private static void requireAll(Domain domain, Invocation invocation, Optional<Integer> only) {
        if (only.isEmpty()) {
            return;
        }
        for (var view : DocumentScope.of(invocation, domain)) {
            int count = count(domain.definition(view).vcpu());
            requireIn(only.get(), count);
            if (count > 1) {
                throw new CommandException(
                        "the "
                                + count
                                + " processors of a container are pinned together: leave out"
                                + " --vcpu, as in 'vcpupin "
                                + domain.name()
                                + " --cpulist ...'");
            }
        }
    }

    private static void requireIn(int number, int count) {
        if (number >= count) {
            throw new CommandException(
                    "vcpu " + number + " is out of range of live cpu count " + count);
        }
    }

    private static int count(Vcpu vcpu) {
        return vcpu.current().orElse(vcpu.maximum());
    }

    private static Answer table(Vcpu vcpu, Optional<Integer> only) {
        int count = count(vcpu);
        only.ifPresent(number -> requireIn(number, count));
        Table table = new Table("VCPU", "CPU Affinity");
        for (int number = only.orElse(0);
                number < only.map(each -> each + 1).orElse(count);
                number++) {
            table.addCells(List.of(Cell.of(number), Cell.of(vcpu.cpuset().orElse("all"))));
        }
        return table;
    }
}
