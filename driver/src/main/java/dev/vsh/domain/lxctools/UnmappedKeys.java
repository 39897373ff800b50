package dev.vsh.domain.lxctools;

import dev.vsh.domain.lxctools.Key.Fate;

import java.util.Optional;

/** Warns of every line that has no place in a definition: nothing is passed over in silence. */
final class UnmappedKeys {
    private UnmappedKeys() {}

    static void warn(Settings settings, Findings findings) {
        for (Setting setting : settings.all()) {
            Optional<Key> key = KeyTable.find(setting.key());
            if (key.isEmpty()) {
                findings.warn(setting, "LXC has no such key");
            } else {
                warn(setting, key.get().fate(), findings);
            }
        }
    }

    private static void warn(Setting setting, Fate fate, Findings findings) {
        switch (fate) {
            case Fate.Mapped _ -> {}
            case Fate.Met(var values, var _, String otherwise) -> {
                if (!values.test(setting.value())) {
                    findings.warn(setting, "'" + setting.value() + "': " + otherwise);
                }
            }
            case Fate.LeftOut(String reason) -> findings.warn(setting, reason);
        }
    }
}
