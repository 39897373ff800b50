package dev.vsh.shell.verb;

import dev.vsh.domain.BlockIoTuning;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.DataName;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code blkiotune}. */
final class BlkiotuneVerb implements Verb {
    private static final Option.Text WEIGHT = Option.Text.optionalNumber("weight", "IO Weight");

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
        return new Report(output)
                .command(
                        "blkiotune",
                        CommandGroup.DOMAIN,
                        "Get or set blkio parameters",
                        "Get or set the current blkio parameters for a guest domain.",
                        options,
                        this::answer);
    }

    private static Stream<Option> limits() {
        return Arrays.stream(BlockLimit.values()).map(BlockLimit::option);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (!invocation.has(WEIGHT) && limits().noneMatch(invocation::has)) {
            return show(
                    found.definition(
                                    DocumentScope.one(
                                            invocation, found, "Unable to get blkio parameters"))
                            .blockIoTuning());
        }
        CommandException.attempt(
                "Unable to change blkio parameters",
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base ->
                                        base.withBlockIoTuning(
                                                changed(base.blockIoTuning(), invocation))));
        return Answer.NOTHING;
    }

    private static BlockIoTuning changed(BlockIoTuning base, Invocation invocation) {
        Optional<Integer> weight =
                invocation.value(WEIGHT).map(text -> WholeNumber.parse(WEIGHT.name(), text));
        BlockIoTuning changed = new BlockIoTuning(weight.or(base::weight), base.devices());
        for (BlockLimit limit : BlockLimit.values()) {
            Optional<String> text = invocation.value(limit.option());
            changed = text.isPresent() ? limit.set(changed, text.get()) : changed;
        }
        return changed;
    }

    private static Answer show(BlockIoTuning tuning) {
        Properties answer =
                Properties.withColons().add("weight", "weight", Cell.of(tuning.weight().orElse(0)));
        for (BlockLimit limit : BlockLimit.values()) {
            answer.add(limit.field(), DataName.of(limit.field()), cell(tuning, limit));
        }
        return answer;
    }

    private static Cell cell(BlockIoTuning tuning, BlockLimit limit) {
        List<String> text = new ArrayList<>();
        List<Datum> data = new ArrayList<>();
        for (BlockIoTuning.Device device : tuning.devices()) {
            limit.of(device)
                    .ifPresent(
                            value -> {
                                text.add(device.path() + "," + value);
                                data.add(
                                        Datum.fields(
                                                Datum.field("device", device.path()),
                                                Datum.field("value", value)));
                            });
        }
        return new Cell(String.join(",", text), new Datum.Items(data));
    }
}
