package dev.vsh.domain.lxctools;

import java.util.ArrayList;
import java.util.List;

/** A configuration as it is being written, and what cannot be said in it. */
final class ConfigText {
    private final StringBuilder text = new StringBuilder();
    private final List<String> warnings = new ArrayList<>();

    void line(String key, String value) {
        if (value.isEmpty() || value.chars().anyMatch(each -> each < ' ' && each != '\t')) {
            warn("a value of " + key + " is empty or has more than one line");
            return;
        }
        text.append(key).append(" = ").append(quoted(value)).append('\n');
    }

    /** LXC strips the space around a value, and then a pair of quotes. */
    private static String quoted(String value) {
        char first = value.charAt(0);
        char last = value.charAt(value.length() - 1);
        boolean bare =
                !Character.isWhitespace(first)
                        && !Character.isWhitespace(last)
                        && (first != last || (first != '"' && first != '\''));
        return bare ? value : '"' + value + '"';
    }

    /** The same for hosts with cgroup v1 and v2, each of which LXC takes the lines of. */
    void cgroup(String fileV1, String fileV2, Object value) {
        line("lxc.cgroup." + fileV1, value.toString());
        line("lxc.cgroup2." + fileV2, value.toString());
    }

    void cgroup(String file, Object value) {
        cgroup(file, file, value);
    }

    void warn(String what) {
        warnings.add(what);
    }

    /** An element that LXC has no key for. */
    void lost(boolean present, String element) {
        if (present) {
            warn(element + " has no counterpart in LXC");
        }
    }

    ExportedConfig exported() {
        return new ExportedConfig(text.toString(), warnings);
    }
}
