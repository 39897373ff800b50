package dev.vsh.shell.manual;

import java.util.List;

/**
 * The options of vsh itself, with their dashes.
 *
 * @param withValue those whose value is the next word, short and long, but for {@code --connect}
 */
public record ProcessOptions(List<String> longNames, List<String> withValue) {
    public ProcessOptions {
        longNames = List.copyOf(longNames);
        withValue = List.copyOf(withValue);
    }
}
