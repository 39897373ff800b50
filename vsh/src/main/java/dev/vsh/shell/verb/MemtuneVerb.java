package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.Optional;
import java.util.stream.Stream;

/** {@code memtune}. */
final class MemtuneVerb implements Verb {
    private static final Option.Text HARD = size("hard-limit", "Max memory");
    private static final Option.Text SOFT = size("soft-limit", "Memory during contention");
    private static final Option.Text SWAP = size("swap-hard-limit", "Max memory plus swap");

    private static final Option.Refused GUARANTEE =
            Option.Refused.text("min-guarantee", "no container is guaranteed memory");

    private final DomainArgument domain;
    private final Output output;

    MemtuneVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    private static Option.Text size(String name, String what) {
        return Option.Text.optionalNumber(
                name, what + ", as scaled integer (default KiB), -1 for none");
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "memtune",
                        CommandGroup.DOMAIN,
                        "Get or set memory parameters",
                        "Get or set the current memory parameters for a guest domain.",
                        Stream.concat(
                                        Stream.of(domain.option(), HARD, SOFT, SWAP, GUARANTEE),
                                        DocumentScope.OPTIONS.stream())
                                .toList(),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (Stream.of(HARD, SOFT, SWAP).noneMatch(invocation::has)) {
            XmlView view =
                    DocumentScope.one(
                            invocation, found, "Unable to get number of memory parameters");
            return show(found.definition(view).memoryTuning());
        }
        CommandException.attempt(
                "Unable to change memory parameters",
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base ->
                                        base.withMemoryTuning(
                                                changed(base.memoryTuning(), invocation))));
        return Answer.NOTHING;
    }

    private static MemoryTuning changed(MemoryTuning base, Invocation invocation) {
        return new MemoryTuning(
                limit(invocation, HARD, base.hardLimit()),
                limit(invocation, SOFT, base.softLimit()),
                limit(invocation, SWAP, base.swapHardLimit()),
                base.minGuarantee());
    }

    private static Optional<ByteSize> limit(
            Invocation invocation, Option.Text option, Optional<ByteSize> base) {
        Optional<String> text = invocation.value(option);
        return text.isEmpty()
                ? base
                : text.filter(each -> !each.equals("-1"))
                        .map(each -> SizeText.parse(option.name(), each));
    }

    private static Answer show(MemoryTuning tuning) {
        return Properties.withColons()
                .add("hard_limit", "hardLimitBytes", cell(tuning.hardLimit()))
                .add("soft_limit", "softLimitBytes", cell(tuning.softLimit()))
                .add("swap_hard_limit", "swapHardLimitBytes", cell(tuning.swapHardLimit()));
    }

    private static Cell cell(Optional<ByteSize> limit) {
        return limit.map(size -> new Cell("" + size.toKibibytes(), Datum.of(size.bytes())))
                .orElse(new Cell("unlimited", new Datum.Absent()));
    }
}
