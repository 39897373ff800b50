package dev.vsh.domain.lxctools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one interface: {@code lxc.net.N.*}. */
final class Nic {
    /** Not 04, which LXC reads as octal, so that each interface has one number to be found by. */
    private static final Pattern KEY = Pattern.compile("lxc\\.net\\.(0|[1-9][0-9]{0,8})\\.(.+)");

    private final Settings settings;
    private final String prefix;

    private Nic(Settings settings, long number) {
        this.settings = settings;
        this.prefix = "lxc.net." + number + ".";
    }

    /** In the order of their numbers. */
    static List<Nic> all(Settings settings) {
        TreeMap<Long, Nic> nics = new TreeMap<>();
        for (Setting setting : settings.below("lxc.net")) {
            Matcher key = KEY.matcher(setting.key());
            if (key.matches()) {
                nics.computeIfAbsent(
                        Long.parseLong(key.group(1)), number -> new Nic(settings, number));
            }
        }
        return new ArrayList<>(nics.values());
    }

    Optional<Setting> last(String key) {
        return settings.last(prefix + key);
    }

    Optional<String> value(String key) {
        return last(key).map(Setting::value);
    }

    List<Setting> all(String key) {
        return settings.all(prefix + key);
    }

    /** Some line of it, to name when the interface as a whole is what matters. */
    Setting first() {
        return settings.all().stream()
                .filter(setting -> setting.key().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }
}
