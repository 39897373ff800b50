package dev.vsh.driver.lxc.store;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A small text of {@code key=value} in lines.
 *
 * @param isWhole whether it has its last line, which a full disk cuts off
 */
record KeyValues(Map<String, String> values, boolean isWhole) {
    static final String LAST_LINE = "end\n";

    static KeyValues parse(String text) {
        return new KeyValues(
                text.lines()
                        .filter(line -> line.indexOf('=') > 0)
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(0, line.indexOf('=')),
                                        line -> line.substring(line.indexOf('=') + 1),
                                        (_, last) -> last)),
                text.endsWith("\n" + LAST_LINE));
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
