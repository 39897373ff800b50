package dev.vsh.shell.output;

import java.util.Locale;

/** What programs call a thing, made of what people call it. */
public final class DataName {
    private DataName() {}

    /** {@code macAddress} for {@code MAC address}, {@code inboundPeak} for {@code inbound.peak}. */
    public static String of(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.toLowerCase(Locale.ROOT).split("[ ._-]+", -1)) {
            name.append(
                    name.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
