package dev.vsh.shell.look;

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
        long nanos,
        Duration cpu,
        long memory,
        long limit,
        int processes,
        long blockBytes,
        long networkBytes) {
    /** Nothing for a domain that does not run, or not any more. */
    static Optional<UsageSample> of(Domain domain, long nanos) {
        try {
            return domain.isActive() ? Optional.of(take(domain, nanos)) : Optional.empty();
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    private static UsageSample take(Domain domain, long nanos) {
        ResourceUsage usage = domain.usage();
        return new UsageSample(
                domain.name(),
                nanos,
                usage.processor().total(),
                usage.memory().total().bytes(),
                domain.definition(XmlView.LIVE).currentMemory().bytes(),
                domain.processes().size(),
                usage.blocks().stream()
                        .mapToLong(block -> block.read().bytes() + block.written().bytes())
                        .sum(),
                networkBytes(domain));
    }

    private static long networkBytes(Domain domain) {
        return domain.definition(XmlView.LIVE).devices().interfaces().stream()
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
