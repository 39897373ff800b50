package dev.vsh.domain.lxctools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.lxctools.Key.Fate;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each key does what the table says of it, and the page for users has the same table. */
final class KeyTableTest {
    private static final Path PAGE = Path.of("../src/site/markdown/lxc-conf.md");
    private static final String BEGIN = "| key | becomes |\n|---|---|\n";
    private static final String END = "\n## ";

    private final Conversion conversion = new Conversion();

    @TestFactory
    Stream<DynamicTest> keyDoesWhatTheTableSays() {
        return KeyTable.all().map(key -> DynamicTest.dynamicTest(key.name(), () -> check(key)));
    }

    private void check(Key key) {
        String before = "lxc.uts.name = base\n" + context(key.name());
        String line = name(key) + " = " + key.example() + "\n";
        Outcome without = outcome(before);
        Outcome with = outcome(before + line);
        switch (key.fate()) {
            case Fate.Mapped _ -> assertNotEquals(without, with);
            case Fate.Met _ -> assertEquals(without, with);
            case Fate.LeftOut(String reason) -> {
                assertEquals(without.xml(), with.xml());
                assertEquals(without.notes().size() + 1, with.notes().size());
                assertTrue(with.notes().getLast().endsWith(name(key) + ": " + reason));
            }
        }
    }

    /** What a key needs beside it to mean anything. */
    private static String context(String name) {
        if (name.endsWith("swap.max")) {
            return "lxc.cgroup2.memory.max = 1G\n";
        }
        if (name.endsWith("rootfs.options")) {
            return "lxc.rootfs.path = /srv\n";
        }
        if (!name.startsWith("lxc.net.") || name.endsWith(".type")) {
            return "";
        }
        String type = name.contains("vlan.id") ? "vlan" : name.contains("macvlan") ? "macvlan" : "";
        return "lxc.net.0.type = "
                + (type.isEmpty() || name.contains("veth") ? "veth" : type)
                + "\nlxc.net.0.link = lo\n"
                + (name.equals("lxc.net.N.vlan.id") ? "lxc.net.0.vlan.id = 9\n" : "");
    }

    private static String name(Key key) {
        return key.name().replace(".N.", ".0.").replace("*", "something");
    }

    private record Outcome(String xml, List<String> notes) {}

    private Outcome outcome(String text) {
        try {
            ImportedDomain imported = conversion.read(text);
            return new Outcome(
                    imported.definition().toString().replaceAll("uuid=[^,]*", ""),
                    imported.warnings());
        } catch (InvalidConfigException e) {
            return new Outcome("", e.problems());
        }
    }

    @Test
    void unknownKeyIsNamed() {
        assertEquals(
                List.of("web.conf:2: lxc.tty.maximum: LXC has no such key"),
                conversion.read("lxc.uts.name = web\nlxc.tty.maximum = 4\n").warnings());
    }

    @Test
    void pageHasTheSameTable() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END, begin);
        String table = KeyTable.all().map(KeyTableTest::row).collect(Collectors.joining());
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
            return;
        }
        assertEquals(table, page.substring(begin, end), "-Dgolden=write rewrites " + PAGE);
    }

    private static String row(Key key) {
        String fate =
                switch (key.fate()) {
                    case Fate.Mapped(String element) -> code(element);
                    case Fate.Met(var _, String which, String otherwise) ->
                            "nothing for " + which + "; otherwise a warning: " + code(otherwise);
                    case Fate.LeftOut(String reason) -> "a warning: " + code(reason);
                };
        return "| `" + key.name() + "` | " + fate + " |\n";
    }

    private static String code(String text) {
        return text.replaceAll("(<[^<>]*>)+", "`$0`");
    }
}
