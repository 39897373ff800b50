package dev.vsh.driver.lxc.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small text of {@code key=value} in lines.
 *
 * @param isWhole whether it has its last line, which a full disk cuts off
 */
record KeyValues(Map<String, String> values, boolean isWhole) {
    static final String LAST_LINE = "end\n";

    static KeyValues parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new KeyValues(values, text.endsWith("\n" + LAST_LINE));
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
