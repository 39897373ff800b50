package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.stream.Stream;

/** {@code setmem} and {@code setmaxmem}. */
final class SetMemoryVerb implements Verb {
    private static final Option.Text SIZE =
            Option.Text.requiredNumber("size", "new memory size, as scaled integer (default KiB)");

    private final boolean maximum;
    private final DomainArgument domain;

    /**
     * @param maximum whether it is about {@code <memory>}, not {@code <currentMemory>}
     */
    SetMemoryVerb(boolean maximum, DomainArgument domain) {
        this.maximum = maximum;
        this.domain = domain;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                maximum ? "setmaxmem" : "setmem",
                CommandGroup.DOMAIN,
                maximum ? "change maximum memory limit" : "change memory allocation",
                maximum
                        ? "Change the maximum memory allocation limit in the guest domain."
                        : "Change the current memory allocation in the guest domain.",
                Stream.concat(Stream.of(domain.option(), SIZE), DocumentScope.OPTIONS.stream())
                        .toList(),
                this::run);
    }

    private void run(Invocation invocation) {
        ByteSize size = SizeText.parse(SIZE.name(), invocation.required(SIZE));
        if (size.bytes() == 0) {
            throw new CommandException("memory has to be more than 0");
        }
        Domain found = domain.of(invocation);
        Runnable change =
                () ->
                        found.change(
                                DocumentScope.of(invocation, found), base -> resized(base, size));
        if (maximum) {
            CommandException.attempt("Unable to change MaxMemorySize", change);
        } else {
            change.run();
        }
    }

    private DomainDefinition resized(DomainDefinition base, ByteSize size) {
        if (!maximum) {
            if (size.compareTo(base.memory()) > 0) {
                throw new CommandException(
                        "invalid argument: Cannot set memory higher than max memory, which is %d KiB"
                                .formatted(base.memory().toKibibytes()));
            }
            return base.withMemory(base.memory(), size);
        }
        boolean fits = base.currentMemory().compareTo(size) <= 0;
        return base.withMemory(size, fits ? base.currentMemory() : size);
    }
}
