package dev.vsh.shell.verb;

import dev.vsh.domain.BlockIoTuning;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code blkiotune}. */
final class BlkiotuneVerb implements Verb {
    private static final Option.Text WEIGHT =
            Option.Text.optional("weight", "IO Weight", (_, _) -> List.of());

    private final DomainArgument domain;
    private final Output output;

    BlkiotuneVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), WEIGHT));
        limits().forEach(options::add);
        options.addAll(DocumentScope.OPTIONS);
        return new CommandDefinition(
                "blkiotune",
                CommandGroup.DOMAIN,
                "Get or set blkio parameters",
                "Get or set the current blkio parameters for a guest domain.",
                options,
                this::run);
    }

    private static Stream<Option> limits() {
        return Arrays.stream(BlockLimit.values()).map(BlockLimit::option);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (!invocation.has(WEIGHT) && limits().noneMatch(invocation::has)) {
            print(found.definition(DocumentScope.one(invocation, found)).blockIoTuning());
            return;
        }
        CommandException.attempt(
                "Unable to change blkio parameters",
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base ->
                                        base.withBlockIoTuning(
                                                changed(base.blockIoTuning(), invocation))));
    }

    private static BlockIoTuning changed(BlockIoTuning base, Invocation invocation) {
        Optional<Integer> weight = invocation.value(WEIGHT).map(BlkiotuneVerb::weight);
        BlockIoTuning changed = new BlockIoTuning(weight.or(base::weight), base.devices());
        for (BlockLimit limit : BlockLimit.values()) {
            Optional<String> text = invocation.value(limit.option());
            changed = text.isPresent() ? limit.set(changed, text.get()) : changed;
        }
        return changed;
    }

    private static int weight(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new CommandException("Unable to parse integer parameter 'weight': " + text);
        }
        return Integer.parseInt(text);
    }

    private void print(BlockIoTuning tuning) {
        print("weight", "" + tuning.weight().orElse(0));
        for (BlockLimit limit : BlockLimit.values()) {
            print(
                    limit.field(),
                    tuning.devices().stream()
                            .flatMap(
                                    device ->
                                            limit.of(device).stream()
                                                    .map(value -> device.path() + "," + value))
                            .collect(Collectors.joining(",")));
        }
    }

    private void print(String name, String value) {
        output.printLine("%-15s: %s".formatted(name, value));
    }
}
