package dev.vsh.driver;

import java.util.List;

/**
 * A domain in other words.
 *
 * @param warnings what was lost on the way, and where it stood
 */
public record NativeConversion(String text, List<String> warnings) {
    public NativeConversion {
        warnings = List.copyOf(warnings);
    }
}
