package dev.vsh.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The commands that there are, in the order of the help, and those that are known to be missing. */
public final class CommandTable {
    private final Map<String, CommandDefinition> byName = new LinkedHashMap<>();

    private final Function<String, Optional<MissingCommand>> missing;

    /**
     * @param missing asked for a name only when no command has it
     */
    public CommandTable(
            List<CommandDefinition> commands, Function<String, Optional<MissingCommand>> missing) {
        this.missing = missing;
        for (CommandDefinition command : commands) {
            byName.put(command.name(), command);
        }
    }

    public Optional<CommandDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A command by a name that {@link #find} does not know, but users of virsh do. */
    public Optional<CommandDefinition> findMissing(String name) {
        return missing.apply(name).map(MissingCommand::definition);
    }

    /** Those that are not hidden. */
    public List<CommandDefinition> offered() {
        return byName.values().stream().filter(command -> !command.hidden()).toList();
    }

    public List<CommandDefinition> offered(CommandGroup group) {
        return offered().stream().filter(command -> command.group() == group).toList();
    }
}
