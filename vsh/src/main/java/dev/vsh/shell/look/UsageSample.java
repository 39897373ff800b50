package dev.vsh.shell.look;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.XmlView;

import java.time.Duration;
import java.util.Optional;

/**
 * What a running domain had used at an instant.
 *
 * @param nanos when it was looked at, as {@link System#nanoTime()} has it
 * @param memory in bytes, of which it may use {@code limit}
 * @param processes how many it has now
 * @param blockBytes read and written so far
 * @param networkBytes received and sent so far
 */
record UsageSample(
        String name,
        boolean paused,
        long nanos,
        Duration cpu,
        long memory,
        long limit,
        int processes,
        long blockBytes,
        long networkBytes) {
    /** Nothing for a domain that does not run, or not any more. */
    static Optional<UsageSample> of(Domain domain) {
        try {
            return switch (domain.status()) {
                case DomainStatus.Running _ -> Optional.of(take(domain, false));
                case DomainStatus.Paused _ -> Optional.of(take(domain, true));
                case DomainStatus.ShutOff _ -> Optional.empty();
            };
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    private static UsageSample take(Domain domain, boolean paused) {
        // Each has its own instant: with many of them the last is looked at long after the first.
        long nanos = System.nanoTime();
        ResourceUsage usage = domain.usage();
        DomainDefinition live = domain.definition(XmlView.LIVE);
        return new UsageSample(
                domain.name(),
                paused,
                nanos,
                usage.processor().total(),
                usage.memory().total().bytes(),
                live.memoryTuning().hardLimit().orElse(live.currentMemory()).bytes(),
                domain.processes().size(),
                usage.blocks().stream()
                        .mapToLong(block -> block.read().bytes() + block.written().bytes())
                        .sum(),
                networkBytes(domain, live));
    }

    private static long networkBytes(Domain domain, DomainDefinition live) {
        return live.devices().interfaces().stream()
                .mapToLong(nic -> bytes(domain, nic.targetDevice().orElse(nic.mac())))
                .sum();
    }

    /** Not every interface has an end on the host whose traffic is counted. */
    private static long bytes(Domain domain, String device) {
        try {
            InterfaceStatistics statistics = domain.interfaceStatistics(device);
            return statistics.received().bytes() + statistics.sent().bytes();
        } catch (DriverException _) {
            return 0;
        }
    }
}
