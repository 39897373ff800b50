package dev.vsh.domain;

import java.util.Optional;

/**
 * {@code <bandwidth>}.
 *
 * @param inbound what comes to the container
 * @param outbound what it sends
 */
public record Bandwidth(Optional<Rate> inbound, Optional<Rate> outbound) {
    public static final Bandwidth NONE = new Bandwidth(Optional.empty(), Optional.empty());

    /**
     * In kilobytes a second, which are 1000 bytes.
     *
     * @param average 0 for no limit
     * @param peak how fast a burst may be
     * @param burst how much may go at that speed, in kilobytes of 1024 bytes
     * @param floor what is guaranteed
     */
    public record Rate(
            long average, Optional<Long> peak, Optional<Long> burst, Optional<Long> floor) {
        boolean isLimit() {
            return average > 0 || floor.isPresent();
        }
    }

    /**
     * These limits with some others in their place.
     *
     * @return none when nothing is limited
     */
    public Optional<Bandwidth> with(Bandwidth others) {
        Optional<Rate> in = others.inbound.or(() -> inbound).filter(Rate::isLimit);
        Optional<Rate> out = others.outbound.or(() -> outbound).filter(Rate::isLimit);
        return in.isPresent() || out.isPresent()
                ? Optional.of(new Bandwidth(in, out))
                : Optional.empty();
    }
}
