package dev.vsh.domain.lxctools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file behind {@code lxc.mount.fstab}. */
final class MountTable {
    private final Path folder;
    private final Findings findings;

    MountTable(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    List<MountLine> lines(Setting table) {
        Optional<Path> path = ConfigFiles.path(folder, table.value());
        if (path.isEmpty()) {
            findings.refuse(table, "'" + table.value() + "' is no path");
            return List.of();
        }
        try {
            return lines(table, ConfigFiles.read(path.get()));
        } catch (IOException e) {
            findings.refuse(table, "cannot read '" + table.value() + "': " + ConfigFiles.reason(e));
            return List.of();
        }
    }

    private List<MountLine> lines(Setting table, String text) {
        List<MountLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            Place place = new Place(table.value(), number);
            if (!ConfigFiles.isText(line.strip())) {
                findings.refuse(place, "the line contains a character that no text has");
                continue;
            }
            Optional<MountLine> parsed =
                    MountLine.parse(new Setting(place, table.written(), table.key(), line.strip()));
            parsed.ifPresentOrElse(
                    lines::add,
                    () ->
                            findings.refuse(
                                    place,
                                    "'"
                                            + line.strip()
                                            + "' is not a source, a target and a"
                                            + " type"));
        }
        return lines;
    }
}
