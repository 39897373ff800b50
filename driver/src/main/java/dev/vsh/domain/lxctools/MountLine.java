package dev.vsh.domain.lxctools;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code fstab(5)}.
 *
 * @param setting the line of the configuration, or that of the table in whose name it stands
 */
record MountLine(Setting setting, String source, String target, String type, List<String> options) {
    private static final int LEAST_FIELDS = 3;

    MountLine {
        options = List.copyOf(options);
    }

    /** Nothing where source, target and type are not all there; dump and pass are for others. */
    static Optional<MountLine> parse(Setting setting) {
        List<String> fields = Words.split(setting.value());
        if (fields.size() < LEAST_FIELDS) {
            return Optional.empty();
        }
        List<String> options =
                fields.size() == LEAST_FIELDS
                        ? List.of()
                        : Arrays.stream(fields.get(LEAST_FIELDS).split(","))
                                .filter(option -> !option.isEmpty())
                                .toList();
        return Optional.of(
                new MountLine(
                        setting,
                        MountText.decode(fields.get(0)),
                        MountText.decode(fields.get(1)),
                        fields.get(2),
                        options));
    }

    boolean has(String option) {
        return options.contains(option);
    }

    boolean isBind() {
        return has("bind") || has("rbind");
    }
}
