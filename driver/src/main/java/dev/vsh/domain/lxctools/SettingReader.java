package dev.vsh.domain.lxctools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Takes a configuration apart into its lines, with those of included files in their place. */
final class SettingReader {
    private static final int MAX_DEPTH = 16;

    /** Without a loop there can still be two includes on each of sixteen levels. */
    private static final int MAX_FILES = 1000;

    private static final int MAX_LINE = 65_536;

    private static final int MAX_SETTINGS = 10_000;

    private static final String INCLUDE = "lxc.include";

    private final Findings findings;
    private final LegacyNames names = new LegacyNames();
    private final List<Setting> settings = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private int files;

    private SettingReader(Findings findings) {
        this.findings = findings;
    }

    static List<Setting> read(ConfigDocument document, Findings findings) {
        var reader = new SettingReader(findings);
        // Known by its path, so that a file which includes it is seen to go round.
        reader.open.push(document.file());
        reader.lines(document.text(), document.origin(), document.folder());
        if (reader.settings.size() > MAX_SETTINGS) {
            findings.refuse(
                    Place.whole(document.origin()),
                    "there are more than " + MAX_SETTINGS + " lines with a key");
            return List.of();
        }
        return reader.settings;
    }

    private void lines(String text, String file, Path folder) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            line(line.strip(), new Place(file, number), folder);
        }
    }

    /** As LXC reads it: what neither is a comment nor begins like a key says nothing. */
    private void line(String line, Place place, Path folder) {
        if (!line.startsWith("lxc.")) {
            return;
        }
        if (!ConfigFiles.isText(line)) {
            findings.refuse(place, "the line contains a character that no text has");
            return;
        }
        if (line.length() > MAX_LINE) {
            findings.refuse(place, "the line is longer than " + MAX_LINE + " characters");
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            findings.refuse(place, "expected KEY = VALUE");
            return;
        }
        String written = line.substring(0, equals).strip();
        String value = unquoted(line.substring(equals + 1).strip()).strip();
        Setting setting = new Setting(place, written, names.current(written), value);
        if (setting.key().equals(INCLUDE)) {
            include(setting, folder);
        } else if (settings.size() <= MAX_SETTINGS) {
            settings.add(setting);
        }
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted =
                last > 0
                        && value.charAt(0) == value.charAt(last)
                        && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, last) : value;
    }

    private void include(Setting setting, Path folder) {
        Optional<Path> path = ConfigFiles.path(folder, setting.value());
        if (setting.isEmpty() || path.isEmpty()) {
            findings.refuse(setting, "expected the path of a file or folder");
            return;
        }
        try {
            if (Files.isDirectory(path.get())) {
                for (Path file : ConfigFiles.includedBy(path.get())) {
                    include(setting, file, Path.of(setting.value(), fileName(file)).toString());
                }
            } else {
                include(setting, path.get(), setting.value());
            }
        } catch (IOException e) {
            findings.refuse(
                    setting, "cannot read '" + setting.value() + "': " + ConfigFiles.reason(e));
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void include(Setting setting, Path file, String name) throws IOException {
        Path real = file.toRealPath();
        files++;
        if (open.stream().anyMatch(other -> isSame(other, real))) {
            findings.refuse(setting, "'" + name + "' includes itself");
        } else if (open.size() > MAX_DEPTH) {
            findings.refuse(
                    setting, "'" + name + "' is included more than " + MAX_DEPTH + " levels deep");
        } else if (files > MAX_FILES) {
            findings.refuse(setting, "more than " + MAX_FILES + " files are included");
        } else {
            open.push(real);
            lines(ConfigFiles.read(real), name, Optional.ofNullable(real.getParent()).orElse(real));
            open.pop();
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }
}
