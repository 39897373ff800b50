package dev.vsh.shell.verb;

import dev.vsh.driver.DomainPlan;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code domain-plan}: what a start would do, call by call. */
final class DomainPlanVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    DomainPlanVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domain-plan",
                CommandGroup.DOMAIN,
                "show what starting a domain would do",
                "Print every step of a start, in order, without doing any of them.",
                List.of(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        String gap = "";
        for (DomainPlan.Section section : domain.of(invocation).plan().sections()) {
            output.print(gap);
            print(section);
            gap = "\n";
        }
    }

    private void print(DomainPlan.Section section) {
        output.printLine(section.title() + ":");
        int width =
                section.steps().stream().mapToInt(step -> step.label().length()).max().orElse(0);
        for (DomainPlan.Step step : section.steps()) {
            output.printLine("  " + Columns.pad(step.label(), width) + "  " + step.call());
        }
    }
}
