package dev.vsh.shell.virsh;

import dev.vsh.shell.command.MissingCommand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands of virsh 9.0, in its order and groups. */
public final class VirshCommands {
    private static final String RESOURCE = "commands.txt";

    /** A chapter of virsh's help. */
    public record Group(String title, List<VirshCommand> commands) {
        public Group {
            commands = List.copyOf(commands);
        }
    }

    private VirshCommands() {}

    /** A command that virsh has and this shell has not. */
    public static Optional<MissingCommand> missing(String name) {
        return groups().stream()
                .flatMap(group -> group.commands().stream())
                .filter(command -> command.name().equals(name))
                .findFirst()
                .flatMap(VirshCommands::missing);
    }

    private static Optional<MissingCommand> missing(VirshCommand command) {
        return switch (command) {
            case VirshCommand.Here _ -> Optional.empty();
            case VirshCommand.Refused(String name, String summary, String reason) ->
                    Optional.of(new MissingCommand(name, summary, reason));
            case VirshCommand.Foreign(String name, String summary, String reason) ->
                    Optional.of(new MissingCommand(name, summary, reason));
        };
    }

    public static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        String title = "";
        List<VirshCommand> commands = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                addUnlessEmpty(groups, title, commands);
                title = line.substring(1, line.length() - 1);
                commands.clear();
            } else {
                commands.add(VirshCommand.parse(line));
            }
        }
        addUnlessEmpty(groups, title, commands);
        return groups;
    }

    private static void addUnlessEmpty(
            List<Group> groups, String title, List<VirshCommand> commands) {
        if (!commands.isEmpty()) {
            groups.add(new Group(title, commands));
        }
    }

    private static List<String> lines() {
        try (InputStream text = VirshCommands.class.getResourceAsStream(RESOURCE)) {
            if (text == null) {
                throw new IllegalStateException("the list of virsh's commands is not in the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of virsh's commands", e);
        }
    }
}
