package dev.vsh.shell.verb;

import dev.vsh.driver.HostCheck;
import dev.vsh.driver.HostCheck.Verdict;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.FittedText;
import dev.vsh.shell.output.Ink;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.Terminals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** {@code doctor}. */
final class DoctorVerb implements Verb {
    private static final String GAP = "  ";

    /** All that stands before a subject. */
    private static final int VERDICT = 8;

    private static final String BELOW = " ".repeat(VERDICT);

    private static final Option.Flag PROBLEMS =
            new Option.Flag("problems", "only what is not as it should be");

    private final HypervisorConnection hypervisor;
    private final Terminals terminals;
    private final Output output;

    DoctorVerb(HypervisorConnection hypervisor, Terminals terminals, Output output) {
        this.hypervisor = hypervisor;
        this.terminals = terminals;
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
                List.of(PROBLEMS, Report.FORMAT),
                this::run);
    }

    private void run(Invocation invocation) {
        List<HostCheck> checks = hypervisor.get().checkHost();
        List<HostCheck> shown =
                checks.stream()
                        .filter(
                                check ->
                                        !invocation.has(PROBLEMS)
                                                || check.verdict() != Verdict.PASS)
                        .toList();
        output.show(new Shown(text(shown), data(shown)), Report.format(invocation));
        long failures = checks.stream().filter(check -> check.verdict() == Verdict.FAIL).count();
        if (failures > 0) {
            throw new CommandException(
                    failures == 1 ? "1 check failed" : failures + " checks failed");
        }
    }

    private String text(List<HostCheck> checks) {
        OptionalInt columns = terminals.columns();
        int subject = checks.stream().mapToInt(check -> check.subject().length()).max().orElse(0);
        int room = columns.orElse(Integer.MAX_VALUE) - VERDICT - subject - GAP.length() - 1;
        StringBuilder text = new StringBuilder();
        String area = "";
        for (HostCheck check : checks) {
            if (!check.area().equals(area)) {
                area = check.area();
                text.append(output.paint(Ink.BOLD, area)).append('\n');
            }
            text.append(text(check, subject, room));
        }
        return columns.isPresent()
                ? new FittedText(columns.getAsInt()).fit(text.toString())
                : text.toString();
    }

    private static Datum data(List<HostCheck> checks) {
        return new Datum.Items(checks.stream().map(DoctorVerb::data).toList());
    }

    private static Datum data(HostCheck check) {
        return Datum.fields(
                Datum.field("area", check.area()),
                Datum.field("subject", check.subject()),
                Datum.field("verdict", check.verdict().name().toLowerCase(Locale.ROOT)),
                Datum.field("finding", check.finding()),
                Datum.field("remedy", Datum.of(check.remedy())));
    }

    /**
     * @param room for a finding beside its subject; one with a longer word, such as a path, goes below it
     */
    private String text(HostCheck check, int subject, int room) {
        String verdict = "  " + output.paint(ink(check.verdict()), check.verdict().name()) + GAP;
        boolean below =
                Arrays.stream(check.finding().split(" ", -1))
                        .anyMatch(word -> word.length() > room);
        String finding =
                below
                        ? check.subject() + "\n" + BELOW + check.finding()
                        : Columns.pad(check.subject(), subject) + GAP + check.finding();
        return verdict
                + finding
                + "\n"
                + check.remedy().map(remedy -> BELOW + remedy + "\n").orElse("");
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Ink.GREEN;
            case WARN -> Ink.YELLOW;
            case FAIL -> Ink.RED;
        };
    }
}
