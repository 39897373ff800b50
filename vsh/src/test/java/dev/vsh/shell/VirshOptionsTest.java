package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.grammar.ArgumentReader;
import dev.vsh.shell.virsh.VirshCommand;
import dev.vsh.shell.virsh.VirshCommands;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Each option of virsh's commands is read as virsh reads it: what it means is other tests' to see. */
class VirshOptionsTest {
    private static final Path RECORD = Path.of("src/test/resources/virsh/options.txt");

    /** All of a line is read before any of it runs: so nothing does. */
    private static final String NOTHING_RUNS = "exit; ";

    private static final String VALUE = "1";

    @Test
    void everyCommandThatIsHereIsRecorded() throws IOException {
        List<String> here =
                VirshCommands.groups().stream()
                        .flatMap(group -> group.commands().stream())
                        .filter(VirshCommand.Here.class::isInstance)
                        .map(VirshCommand::name)
                        .toList();

        assertEquals(here, recorded().map(words -> words.getFirst()).toList());
    }

    @TestFactory
    Stream<DynamicTest> ofEachCommand() throws IOException {
        return recorded()
                .map(words -> DynamicTest.dynamicTest(words.getFirst(), () -> check(words)));
    }

    /** A word that follows no name goes to the option that virsh gives it to, even if that is refused. */
    @TestFactory
    Stream<DynamicTest> wordsAloneGoWhereVirshPutsThem() throws IOException {
        CommandTable commands = WriteManual.commands();
        return recorded()
                .map(
                        words ->
                                DynamicTest.dynamicTest(
                                        words.getFirst(),
                                        () ->
                                                assertEquals(
                                                        places(words), places(commands, words))));
    }

    private static List<String> places(List<String> words) {
        return words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("--"))
                .map(VirshOptionsTest::name)
                .toList();
    }

    /** What is ours besides may follow. */
    private static List<String> places(CommandTable commands, List<String> words) {
        ArgumentReader reader = new ArgumentReader(commands.find(words.getFirst()).orElseThrow());
        List<String> places = new ArrayList<>();
        for (int i = 0; i < places(words).size(); i++) {
            places.add(reader.nextData().map(Option::name).orElse("nothing"));
            reader.nextData().ifPresent(_ -> reader.accept(VALUE));
        }
        return places;
    }

    private static String name(String word) {
        return word.replaceAll("[^a-z-]", "");
    }

    private static void check(List<String> words) {
        String command = words.getFirst();
        List<String> data = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("<")) {
                data.add(word);
            }
        }
        String withData = command + (" " + VALUE).repeat(data.size());
        errors.add(read(withData));
        errors.add(read(command + named(data)));
        for (String option : words.subList(1, words.size())) {
            if (option.startsWith("[")) {
                errors.add(read(withData + " --" + name(option) + "=" + VALUE));
            } else if (!option.startsWith("<")) {
                errors.add(read(withData + " " + (option.endsWith("=") ? option + VALUE : option)));
            }
        }
        assertEquals("", String.join("", errors));
    }

    private static String named(List<String> data) {
        StringBuilder line = new StringBuilder();
        for (String word : data) {
            line.append(" --").append(name(word)).append(' ').append(VALUE);
        }
        return line.toString();
    }

    private static String read(String line) {
        ShellRun run = new ShellRun().run("-q", "-c", "test:///default", NOTHING_RUNS + line);
        return run.errors().isEmpty() ? "" : line + ": " + run.errors();
    }

    private static Stream<List<String>> recorded() throws IOException {
        return Files.readAllLines(RECORD).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split(" ")));
    }
}
