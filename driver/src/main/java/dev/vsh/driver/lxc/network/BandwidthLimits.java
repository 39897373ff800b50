package dev.vsh.driver.lxc.network;

import dev.vsh.domain.Bandwidth;
import dev.vsh.netlink.RateLimit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel is told of {@code <bandwidth>}, of an interface or a network: as libvirt, with the kilobytes of tc(8). */
public final class BandwidthLimits {
    private BandwidthLimits() {}

    /** Of what waits or is dropped when it is too much. */
    public static RateLimit of(Bandwidth.Rate rate) {
        return new RateLimit(
                rate.average() * 1000,
                Math.max(rate.average(), rate.peak().orElse(0L)) * 1000,
                rate.burst().orElse(0L) * 1024);
    }

    /**
     * What is asked for and cannot be had.
     *
     * @param element how messages name it
     */
    public static List<String> problems(String element, Bandwidth bandwidth) {
        List<String> problems = new ArrayList<>();
        Stream.of(bandwidth.inbound(), bandwidth.outbound())
                .flatMap(Optional::stream)
                .forEach(rate -> problem(element, rate).ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> problem(String element, Bandwidth.Rate rate) {
        if (rate.floor().isPresent()) {
            return Optional.of(
                    element
                            + " with floor='…' is not supported: nothing is reserved; limit the"
                            + " others");
        }
        return rate.average() == 0
                ? Optional.of(element + " without average='…' limits nothing")
                : Optional.empty();
    }
}
