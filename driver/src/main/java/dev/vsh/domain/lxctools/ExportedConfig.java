package dev.vsh.domain.lxctools;

import java.util.List;

/**
 * What became of a definition.
 *
 * @param warnings what of the definition LXC cannot say, one sentence each
 */
public record ExportedConfig(String text, List<String> warnings) {
    public ExportedConfig {
        warnings = List.copyOf(warnings);
    }
}
