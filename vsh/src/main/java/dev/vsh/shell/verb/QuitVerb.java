package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.session.Progress;

import java.util.List;

/** {@code quit} and {@code exit}. */
final class QuitVerb implements Verb {
    private final String name;
    private final Progress progress;

    QuitVerb(String name, Progress progress) {
        this.name = name;
        this.progress = progress;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                name,
                CommandGroup.SHELL,
                "quit this interactive terminal",
                "",
                List.of(),
                _ -> progress.finish());
    }
}
