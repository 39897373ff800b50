package dev.vsh.shell.command;

import java.util.List;

/** A command that users of virsh know and that is not here; it says why. */
public record MissingCommand(String name, String summary, String reason) {
    /** What runs in its place, and never ends well. */
    public CommandDefinition definition() {
        return new CommandDefinition(
                name,
                CommandGroup.SHELL,
                summary,
                "Not supported: " + reason + ".",
                List.of(),
                true,
                _ -> {
                    throw new CommandException(
                            "command '" + name + "' is not supported: " + reason);
                });
    }
}
