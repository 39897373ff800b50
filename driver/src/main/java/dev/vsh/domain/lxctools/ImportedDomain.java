package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;

import java.util.List;

/**
 * What became of a configuration.
 *
 * @param warnings {@code FILE:LINE: KEY: why it is not in the definition}, those of included files last
 */
public record ImportedDomain(DomainDefinition definition, List<String> warnings) {
    public ImportedDomain {
        warnings = List.copyOf(warnings);
    }
}
