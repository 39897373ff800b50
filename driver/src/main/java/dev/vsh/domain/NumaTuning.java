package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <numatune>}.
 *
 * @param mode strict, preferred, interleave or restrictive
 * @param nodeset in the kernel's list format
 * @param placement static or auto
 * @param others {@code <memnode>} elements, kept as XML
 */
public record NumaTuning(
        String mode,
        Optional<String> nodeset,
        Optional<String> placement,
        List<OpaqueElement> others) {
    public NumaTuning {
        others = List.copyOf(others);
    }
}
