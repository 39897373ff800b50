package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code memtune}. */
final class MemtuneVerb implements Verb {
    private static final Option.Text HARD = size("hard-limit", "Max memory");
    private static final Option.Text SOFT = size("soft-limit", "Memory during contention");
    private static final Option.Text SWAP = size("swap-hard-limit", "Max memory plus swap");

    private final DomainArgument domain;
    private final Output output;

    MemtuneVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    private static Option.Text size(String name, String what) {
        return Option.Text.optional(
                name, what + ", as scaled integer (default KiB), -1 for none", (_, _) -> List.of());
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "memtune",
                CommandGroup.DOMAIN,
                "Get or set memory parameters",
                "Get or set the current memory parameters for a guest domain.",
                Stream.concat(
                                Stream.of(domain.option(), HARD, SOFT, SWAP),
                                DocumentScope.OPTIONS.stream())
                        .toList(),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (Stream.of(HARD, SOFT, SWAP).noneMatch(invocation::has)) {
            print(found.definition(DocumentScope.one(invocation, found)).memoryTuning());
            return;
        }
        CommandException.attempt(
                "Unable to change memory parameters",
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base ->
                                        base.withMemoryTuning(
                                                changed(base.memoryTuning(), invocation))));
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

    private void print(MemoryTuning tuning) {
        print("hard_limit", tuning.hardLimit());
        print("soft_limit", tuning.softLimit());
        print("swap_hard_limit", tuning.swapHardLimit());
    }

    private void print(String name, Optional<ByteSize> limit) {
        String value = limit.map(size -> "" + size.toKibibytes()).orElse("unlimited");
        output.printLine("%-15s: %s".formatted(name, value));
    }
}
