package dev.vsh.shell;

import dev.vsh.shell.virsh.VirshCommand;
import dev.vsh.shell.virsh.VirshCommands;

import java.util.List;

/** The page about all commands, as text. */
final class CommandPage {
    private static final String INTRODUCTION =
            """
            # Where each command of virsh stands

            All commands of virsh 9.0. *Here* are those that work as virsh's do, but for what the last column
            says. *Refused* could mean something for a container and are not here; *not of containers* are those
            that could not. Both are known by name: they end with status 1 and the reason, and `help` has it too.

            This page is made of `vsh/src/main/resources/dev/vsh/shell/virsh/commands.txt`, which a test compares
            with the commands that there are.
            """;

    private CommandPage() {}

    /**
     * @param own commands that virsh does not have
     */
    static String of(List<VirshCommands.Group> groups, List<String> own) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (VirshCommands.Group group : groups) {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append("| command | where it stands | what differs, or why |\n|---|---|---|\n");
            group.commands().forEach(command -> page.append(row(command)));
        }
        page.append("\n## Not in virsh\n\n");
        own.forEach(name -> page.append("- `").append(name).append("`\n"));
        return page.toString();
    }

    private static String row(VirshCommand command) {
        return switch (command) {
            case VirshCommand.Here(String name, String difference) -> row(name, "here", difference);
            case VirshCommand.Refused(String name, _, String reason) ->
                    row(name, "refused", reason);
            case VirshCommand.Foreign(String name, _, String reason) ->
                    row(name, "not of containers", reason);
        };
    }

    private static String row(String name, String standing, String text) {
        return "| `%s` | %s |%s |\n".formatted(name, standing, text.isEmpty() ? "" : " " + text);
    }
}
