package dev.vsh.shell.verb;

import dev.vsh.driver.HostCheck;
import dev.vsh.driver.HostCheck.Verdict;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Ink;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code doctor}. */
final class DoctorVerb implements Verb {
    private static final int SUBJECT = 34;
    private static final Option.Flag PROBLEMS =
            new Option.Flag("problems", "only what is not as it should be");

    private final HypervisorConnection hypervisor;
    private final Output output;

    DoctorVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "doctor",
                CommandGroup.HOST,
                "examine the host",
                "Look whether the host has what containers need, and print the command that brings"
                        + " what\n"
                        + "is not there. Fails when no container would start.",
                List.of(PROBLEMS),
                this::run);
    }

    private void run(Invocation invocation) {
        List<HostCheck> checks = hypervisor.get().checkHost();
        String area = "";
        for (HostCheck check : checks) {
            if (invocation.has(PROBLEMS) && check.verdict() == Verdict.PASS) {
                continue;
            }
            if (!check.area().equals(area)) {
                area = check.area();
                output.printLine(output.paint(Ink.BOLD, area));
            }
            print(check);
        }
        long failures = checks.stream().filter(check -> check.verdict() == Verdict.FAIL).count();
        if (failures > 0) {
            throw new CommandException(
                    failures == 1 ? "1 check failed" : failures + " checks failed");
        }
    }

    private void print(HostCheck check) {
        String verdict = output.paint(ink(check.verdict()), check.verdict().name());
        output.printLine(
                "  "
                        + verdict
                        + "  "
                        + Columns.pad(check.subject(), SUBJECT)
                        + "  "
                        + check.finding());
        check.remedy().ifPresent(remedy -> output.printLine("        " + remedy));
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Ink.GREEN;
            case WARN -> Ink.YELLOW;
            case FAIL -> Ink.RED;
        };
    }
}
