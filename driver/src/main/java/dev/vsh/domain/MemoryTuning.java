package dev.vsh.domain;

import java.util.Optional;

/**
 * {@code <memtune>}: limits that go beyond {@code <memory>}.
 *
 * @param hardLimit replaces {@code <memory>} as the enforced limit
 * @param swapHardLimit memory and swap together, on cgroup v1 and v2 alike
 */
public record MemoryTuning(
        Optional<ByteSize> hardLimit,
        Optional<ByteSize> softLimit,
        Optional<ByteSize> swapHardLimit,
        Optional<ByteSize> minGuarantee) {
    public static final MemoryTuning NONE =
            new MemoryTuning(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
