package dev.vsh.shell.command;

import java.util.List;

/** Knows values that an option could take. Never prints; has no candidates when it cannot know. */
@FunctionalInterface
public interface ValueCompleter {
    /** For values that only the user can know. */
    ValueCompleter NOTHING = (soFar, prefix) -> List.of();

    /**
     * @param soFar the options before the cursor; required ones may still be missing
     * @param prefix what the value begins with; candidates that do not are dropped by the caller
     */
    List<String> candidates(Invocation soFar, String prefix);
}
