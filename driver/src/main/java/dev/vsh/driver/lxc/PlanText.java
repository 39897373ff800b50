package dev.vsh.driver.lxc;

import dev.vsh.driver.DomainPlan;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.SetupProgram;

import java.util.List;
import java.util.stream.Stream;

/** A program for people to read. */
final class PlanText {
    private PlanText() {}

    static DomainPlan of(SetupProgram program) {
        List<DomainPlan.Step> cloning =
                List.of(
                        new DomainPlan.Step(
                                "make the container's namespaces",
                                "clone(" + program.cloneFlags().name() + ") = {pid}"));
        Stream<DomainPlan.Step> removals =
                program.cgroups().stream()
                        .map(
                                group ->
                                        new DomainPlan.Step(
                                                "remove the container's cgroup",
                                                "rmdir -r \"" + group + "\""));
        return new DomainPlan(
                List.of(
                        new DomainPlan.Section("prepare, on the host", steps(program.prepare())),
                        new DomainPlan.Section("clone", cloning),
                        new DomainPlan.Section("attach, on the host", steps(program.attach())),
                        new DomainPlan.Section(
                                "set up, in the container", steps(program.container())),
                        new DomainPlan.Section(
                                "release, when it has ended",
                                Stream.concat(removals, steps(program.release()).stream())
                                        .toList())));
    }

    private static List<DomainPlan.Step> steps(List<Instruction> instructions) {
        return instructions.stream()
                .map(
                        instruction ->
                                new DomainPlan.Step(instruction.label(), instruction.toString()))
                .toList();
    }
}
