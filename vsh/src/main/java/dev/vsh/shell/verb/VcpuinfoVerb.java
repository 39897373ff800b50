package dev.vsh.shell.verb;

import dev.vsh.domain.NumberSet;
import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.machine.Processors;
import dev.vsh.machine.Processors.Processor;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;

/** {@code vcpuinfo}. */
final class VcpuinfoVerb implements Verb {
    private static final Option.Flag PRETTY =
            new Option.Flag("pretty", "return human readable output");

    private final DomainArgument domain;
    private final HypervisorConnection hypervisor;
    private final Output output;

    VcpuinfoVerb(DomainArgument domain, HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "vcpuinfo",
                        CommandGroup.DOMAIN,
                        "detailed domain vcpu information",
                        "Returns basic information about the domain virtual CPUs.",
                        List.of(domain.option(), PRETTY),
                        this::answer);
    }

    /** The processes of a container are on any processor of its set: none of them is one virtual processor. */
    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Vcpu vcpu = found.definition(XmlView.LIVE).vcpu();
        Processors host = hypervisor.get().machine().processors();
        List<Integer> online = host.each().stream().map(Processor::id).toList();
        List<Integer> set =
                vcpu.cpuset().map(text -> NumberSet.parse(text).numbers()).orElse(online);
        String affinity =
                invocation.has(PRETTY)
                        ? ProcessorMap.pretty(set) + " (out of " + host.present() + ")"
                        : ProcessorMap.letters(set, host.present());
        String state = found.isActive() ? "running" : "N/A";
        StringBuilder text = new StringBuilder();
        List<Datum> data = new ArrayList<>();
        for (int number = 0; number < vcpu.current().orElse(vcpu.maximum()); number++) {
            Properties one =
                    Properties.inColumns(15)
                            .add("VCPU:", "vcpu", Cell.of(number))
                            .add("CPU:", "cpu", new Cell("N/A", new Datum.Absent()))
                            .add("State:", "state", state)
                            .add(
                                    "CPU Affinity:",
                                    "affinity",
                                    new Cell(affinity, ProcessorMap.data(set)));
            text.append(number == 0 ? "" : "\n").append(one.text(true));
            data.add(one.data());
        }
        return new Shown(text.toString(), new Datum.Items(data));
    }
}
