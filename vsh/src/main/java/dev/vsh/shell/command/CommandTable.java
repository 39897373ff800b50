package dev.vsh.shell.command;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The commands that there are, and those that are known to be missing. For one thread: a chapter of commands is made
 * when a name was in none before it, as most processes need one command of 150.
 */
public final class CommandTable {
    private final Map<String, CommandDefinition> byName = new HashMap<>();
    private final Queue<Supplier<List<CommandDefinition>>> unread;
    private final Function<String, Optional<MissingCommand>> missing;

    /**
     * @param chapters those with the commands that are asked for most first
     * @param missing asked for a name only when no command has it
     */
    public CommandTable(
            List<Supplier<List<CommandDefinition>>> chapters,
            Function<String, Optional<MissingCommand>> missing) {
        this.unread = new ArrayDeque<>(chapters);
        this.missing = missing;
    }

    public Optional<CommandDefinition> find(String name) {
        while (!byName.containsKey(name) && !unread.isEmpty()) {
            readChapter();
        }
        return Optional.ofNullable(byName.get(name));
    }

    /** A command by a name that {@link #find} does not know, but users of virsh do. */
    public Optional<CommandDefinition> findMissing(String name) {
        return missing.apply(name).map(MissingCommand::definition);
    }

    /** Those that are not hidden, by their names. */
    public List<CommandDefinition> offered() {
        while (!unread.isEmpty()) {
            readChapter();
        }
        return byName.values().stream()
                .filter(command -> !command.hidden())
                .sorted(Comparator.comparing(CommandDefinition::name))
                .toList();
    }

    public List<CommandDefinition> offered(CommandGroup group) {
        return offered().stream().filter(command -> command.group() == group).toList();
    }

    private void readChapter() {
        for (CommandDefinition command : unread.remove().get()) {
            byName.put(command.name(), command);
        }
    }
}
