package dev.vsh.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that there are, in the order of the help. */
public final class CommandTable {
    private final Map<String, CommandDefinition> byName = new LinkedHashMap<>();

    public CommandTable(List<CommandDefinition> commands) {
        for (CommandDefinition command : commands) {
            byName.put(command.name(), command);
        }
    }

    public Optional<CommandDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those that are not hidden. */
    public List<CommandDefinition> offered() {
        return byName.values().stream().filter(command -> !command.hidden()).toList();
    }

    public List<CommandDefinition> offered(CommandGroup group) {
        return offered().stream().filter(command -> command.group() == group).toList();
    }
}
