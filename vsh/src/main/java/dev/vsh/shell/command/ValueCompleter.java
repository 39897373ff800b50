package dev.vsh.shell.command;

import java.util.List;

/** Knows values that an option could take. Never prints; has no candidates when it cannot know. */
@FunctionalInterface
public interface ValueCompleter {
    /** For values that only the user can know. */
    ValueCompleter NOTHING = (soFar, prefix) -> List.of();

    /** For values of which several can be given, with commas between them. */
    static ValueCompleter list(List<String> words) {
        return (_, prefix) -> {
            String before = prefix.substring(0, prefix.lastIndexOf(',') + 1);
            List<String> given = List.of(before.split(",", -1));
            return words.stream()
                    .filter(word -> !given.contains(word))
                    .map(word -> before + word)
                    .toList();
        };
    }

    /**
     * @param soFar the options before the cursor; required ones may still be missing
     * @param prefix what the value begins with; candidates that do not are dropped by the caller
     */
    List<String> candidates(Invocation soFar, String prefix);
}
