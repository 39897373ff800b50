package dev.vsh.domain.lxctools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a configuration that hold: a line without a value has taken back those before it with its key, and with
 * keys that go on from there.
 */
final class Settings {
    private final List<Setting> inOrder;

    private Settings(List<Setting> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    static Settings of(List<Setting> lines) {
        List<Setting> kept = new ArrayList<>();
        for (Setting line : lines) {
            if (line.isEmpty()) {
                kept.removeIf(earlier -> isAtOrBelow(earlier.key(), line.key()));
            } else {
                kept.add(line);
            }
        }
        return new Settings(kept);
    }

    private static boolean isAtOrBelow(String key, String cleared) {
        return key.equals(cleared) || key.startsWith(cleared + ".");
    }

    List<Setting> all() {
        return inOrder;
    }

    List<Setting> all(String key) {
        return inOrder.stream().filter(setting -> setting.key().equals(key)).toList();
    }

    /** The one that holds where there can only be one. */
    Optional<Setting> last(String key) {
        return all(key).stream().reduce((_, later) -> later);
    }

    /** Those whose key goes on after a dot. */
    List<Setting> below(String prefix) {
        return inOrder.stream().filter(setting -> setting.key().startsWith(prefix + ".")).toList();
    }
}
