package dev.vsh.shell.verb;

import dev.vsh.domain.ResourceUsage.Block;
import dev.vsh.domain.ResourceUsage.Transfers;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code domblkstat}. */
final class DomblkstatVerb implements Verb {
    private static final Option.Flag HUMAN =
            new Option.Flag("human", "print a more human readable output");

    private record Row(String field, String name, String words, long value) {}

    private final DomainArgument domain;
    private final Option.Text device;
    private final Output output;

    DomblkstatVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.device =
                Option.Text.optional(
                        "device",
                        "a device of the host, as sda; all of them by default",
                        (soFar, _) -> names(soFar));
        this.output = output;
    }

    private List<String> names(Invocation soFar) {
        return soFar.has(domain.option())
                ? domain.of(soFar).usage().blocks().stream().map(Block::name).toList()
                : List.of();
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domblkstat",
                        CommandGroup.MONITOR,
                        "get device block stats for a domain",
                        "Get device block stats for a running domain.",
                        List.of(domain.option(), device, HUMAN),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Optional<String> name = invocation.value(device).map(DomblkstatVerb::plainName);
        List<Block> blocks =
                CommandException.attemptToGet(
                        failure(found, name.orElse("")), () -> found.usage().blocks());
        List<Block> chosen = name.map(each -> named(found, blocks, each)).orElse(blocks);
        Transfers read = sum(chosen, Block::read);
        Transfers written = sum(chosen, Block::written);
        List<Row> rows =
                List.of(
                        new Row("rd_req", "reads", "number of read operations:", read.requests()),
                        new Row("rd_bytes", "readBytes", "number of bytes read:", read.bytes()),
                        new Row(
                                "wr_req",
                                "writes",
                                "number of write operations:",
                                written.requests()),
                        new Row(
                                "wr_bytes",
                                "writtenBytes",
                                "number of bytes written:",
                                written.bytes()));
        boolean human = invocation.has(HUMAN);
        Properties answer = Properties.inWords().hide("device", Datum.of(name));
        if (human) {
            answer.say("Device: " + name.orElse(""));
        }
        for (Row row : rows) {
            String label =
                    human ? Columns.pad(" " + row.words, 32) : name.orElse("") + " " + row.field;
            answer.add(label, row.name, Cell.of(row.value));
        }
        return answer;
    }

    private static String plainName(String device) {
        return device.startsWith("/dev/") ? device.substring("/dev/".length()) : device;
    }

    private static String failure(Domain domain, String device) {
        return "Failed to get block stats for domain '%s' device '%s'"
                .formatted(domain.name(), device);
    }

    private static List<Block> named(Domain domain, List<Block> blocks, String name) {
        List<Block> found = blocks.stream().filter(block -> block.name().equals(name)).toList();
        if (found.isEmpty()) {
            String used = blocks.stream().map(Block::name).collect(Collectors.joining(", "));
            throw CommandException.because(
                    failure(domain, name),
                    "invalid argument: invalid path: %s: the domain has used no such device%s"
                            .formatted(name, used.isEmpty() ? "" : ", only " + used));
        }
        return found;
    }

    private static Transfers sum(List<Block> blocks, Function<Block, Transfers> direction) {
        return new Transfers(
                blocks.stream().map(direction).mapToLong(Transfers::requests).sum(),
                blocks.stream().map(direction).mapToLong(Transfers::bytes).sum());
    }
}
