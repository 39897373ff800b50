package dev.vsh.shell.verb;

import dev.vsh.machine.Machine;
import dev.vsh.machine.MemoryCell;
import dev.vsh.shell.command.CommandException;

import java.util.stream.Collectors;

/** Finds NUMA cells. */
final class MemoryCells {
    private MemoryCells() {}

    /**
     * @throws CommandException when the machine has no such cell
     */
    static MemoryCell named(Machine machine, int number) {
        return machine.cells().stream()
                .filter(cell -> cell.id() == number)
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "the host has no NUMA cell %d, only %s"
                                                .formatted(number, numbers(machine))));
    }

    private static String numbers(Machine machine) {
        return machine.cells().stream()
                .map(cell -> Integer.toString(cell.id()))
                .collect(Collectors.joining(", "));
    }
}
