package dev.vsh.domain.lxctools;

import java.util.List;
import java.util.regex.Pattern;

/** Values that are lists. */
final class Words {
    private static final Pattern SPACE = Pattern.compile("[ \t]+");

    private Words() {}

    static List<String> split(String value) {
        return SPACE.splitAsStream(value.strip()).filter(word -> !word.isEmpty()).toList();
    }
}
