package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <cputune>}.
 *
 * @param shares 2 to 262144
 * @param periodMicros 1000 to 1000000
 * @param quotaMicros 1000 to 17592186044415, or -1 for no limit
 * @param others pins and schedulers, kept as XML
 */
public record CpuTuning(
        Optional<Long> shares,
        Optional<Long> periodMicros,
        Optional<Long> quotaMicros,
        List<OpaqueElement> others) {
    public static final CpuTuning NONE =
            new CpuTuning(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public CpuTuning {
        others = List.copyOf(others);
    }
}
