package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.shell.virsh.VirshCommand;
import dev.vsh.shell.virsh.VirshCommands;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of virsh's commands says what is true. */
class CommandPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/commands.md");

    /** What virsh 9.0's help lists. */
    private static final int COMMANDS_OF_VIRSH = 274;

    private final List<VirshCommand> all =
            VirshCommands.groups().stream().flatMap(group -> group.commands().stream()).toList();
    private final Set<String> offered =
            new TreeSet<>(new ShellRun().run("-q", "complete").results().lines().toList());

    @Test
    void everyCommandOfVirshIsThereOnce() {
        assertEquals(COMMANDS_OF_VIRSH, all.size());
        assertEquals(all.size(), all.stream().map(VirshCommand::name).distinct().count());
    }

    @Test
    void thoseThatAreCalledHereAreHereAndNoOthers() {
        Set<String> here =
                all.stream()
                        .filter(VirshCommand.Here.class::isInstance)
                        .map(VirshCommand::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found =
                all.stream()
                        .map(VirshCommand::name)
                        .filter(offered::contains)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(found, here);
    }

    @Test
    void pageSaysWhatTheTableSays() throws IOException {
        Set<String> own = new TreeSet<>(offered);
        all.forEach(command -> own.remove(command.name()));
        String page = CommandPage.of(VirshCommands.groups(), List.copyOf(own));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }

        assertEquals(Files.readString(PAGE), page);
    }
}
