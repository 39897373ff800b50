package dev.vsh.shell.look;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Something with things below it.
 *
 * @param <T> what stands on each line
 */
public record Outline<T>(T item, List<Outline<T>> children) {
    public Outline {
        children = List.copyOf(children);
    }

    /** A thing with nothing below it. */
    public static <T> Outline<T> leaf(T item) {
        return new Outline<>(item, List.of());
    }

    /**
     * A line of the picture.
     *
     * @param branches what leads to it from above and from the left
     */
    public record Line<T>(String branches, T item) {
        /**
         * @param words what to write of the item
         */
        public String text(Function<T, String> words) {
            return branches + words.apply(item);
        }
    }

    /** From the top down, as tree(1) draws it. */
    public List<Line<T>> lines() {
        List<Line<T>> lines = new ArrayList<>();
        lines.add(new Line<>("", item));
        addChildren("", lines);
        return lines;
    }

    private void addChildren(String before, List<Line<T>> lines) {
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            Outline<T> child = children.get(i);
            lines.add(new Line<>(before + (last ? "└─ " : "├─ "), child.item));
            child.addChildren(before + (last ? "   " : "│  "), lines);
        }
    }
}
