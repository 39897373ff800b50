package dev.vsh.driver;

import dev.vsh.domain.ByteSize;

import java.time.Duration;
import java.util.Optional;

/**
 * What {@code virsh dominfo} shows besides name and state.
 *
 * @param memoryUsed what the cgroup counts while active, {@code <currentMemory>} otherwise
 * @param cpuTime empty unless active
 * @param limitsView empty unless active
 */
public record DomainInfo(
        String osType,
        int vcpus,
        Optional<Duration> cpuTime,
        ByteSize maxMemory,
        ByteSize memoryUsed,
        Optional<LimitsView> limitsView) {}
