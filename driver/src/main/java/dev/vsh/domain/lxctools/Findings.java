package dev.vsh.domain.lxctools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be said about a configuration: warnings, and problems that leave no definition. */
final class Findings {
    /** A hostile configuration shall not fill the memory with what is wrong with it. */
    private static final int MAX = 1000;

    private final List<Note> warnings = new ArrayList<>();
    private final List<Note> problems = new ArrayList<>();

    private record Note(Place place, String text) {}

    void warn(Setting setting, String reason) {
        add(warnings, setting.place(), setting.written() + ": " + reason);
    }

    void refuse(Setting setting, String reason) {
        add(problems, setting.place(), setting.written() + ": " + reason);
    }

    void refuse(Place place, String reason) {
        add(problems, place, reason);
    }

    private static void add(List<Note> notes, Place place, String text) {
        if (notes.size() < MAX) {
            notes.add(new Note(place, text));
        }
    }

    /** The configuration's own first, then those of included files; each in the order of the lines. */
    List<String> warnings(String origin) {
        return lines(warnings, origin);
    }

    private static List<String> lines(List<Note> notes, String origin) {
        return notes.stream()
                .sorted(
                        Comparator.comparing((Note note) -> !note.place().file().equals(origin))
                                .thenComparing(note -> note.place().file())
                                .thenComparingInt(note -> note.place().line()))
                .map(note -> note.place() + ": " + note.text())
                .toList();
    }

    /**
     * @throws InvalidConfigException when there is any problem
     */
    void requireNoProblem(String origin) {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(lines(problems, origin));
        }
    }
}
