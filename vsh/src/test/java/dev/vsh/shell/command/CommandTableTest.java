package dev.vsh.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

class CommandTableTest {
    private final List<String> made = new ArrayList<>();
    private final CommandTable table =
            new CommandTable(
                    List.of(chapter("list", "info"), chapter("start"), chapter("help", "hidden")),
                    _ -> Optional.empty());

    private Supplier<List<CommandDefinition>> chapter(String... names) {
        return () -> {
            made.addAll(List.of(names));
            return List.of(names).stream().map(CommandTableTest::command).toList();
        };
    }

    private static CommandDefinition command(String name) {
        return new CommandDefinition(
                name, CommandGroup.DOMAIN, "", "", List.of(), name.equals("hidden"), _ -> {});
    }

    @Test
    void chaptersBehindACommandAreNotMadeForIt() {
        assertTrue(table.find("start").isPresent());
        assertTrue(table.find("list").isPresent());

        assertEquals(List.of("list", "info", "start"), made);
    }

    @Test
    void nobodysCommandIsLookedForInAll() {
        assertTrue(table.find("stat").isEmpty());

        assertEquals(List.of("list", "info", "start", "help", "hidden"), made);
    }

    @Test
    void whatIsOfferedIsSortedAndMadeOnce() {
        table.find("start");

        for (int i = 0; i < 2; i++) {
            assertEquals(
                    List.of("help", "info", "list", "start"),
                    table.offered().stream().map(CommandDefinition::name).toList());
        }
        assertEquals(5, made.size());
    }
}
