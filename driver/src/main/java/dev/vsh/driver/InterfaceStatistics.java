package dev.vsh.driver;

/** What has gone through an interface, as its container sees it: what it received and what it sent. */
public record InterfaceStatistics(Counters received, Counters sent) {
    public static final InterfaceStatistics NONE =
            new InterfaceStatistics(Counters.NONE, Counters.NONE);

    /** One direction. */
    public record Counters(long bytes, long packets, long errors, long dropped) {
        public static final Counters NONE = new Counters(0, 0, 0, 0);
    }

    /** The same traffic, seen from the other end of a cable. */
    public InterfaceStatistics fromOtherEnd() {
        return new InterfaceStatistics(/* received= */ sent, /* sent= */ received);
    }
}
