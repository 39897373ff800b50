package dev.vsh.domain;

import java.util.List;

/**
 * What the document of a running domain says beyond its definition.
 *
 * @param id the domain's id
 * @param consolePaths the host's path of each console's terminal, in the order of the definition
 */
public record LiveDetails(long id, List<String> consolePaths) {
    public LiveDetails {
        consolePaths = List.copyOf(consolePaths);
    }
}
