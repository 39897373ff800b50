package dev.vsh.netlink;

/**
 * How much may go through an interface.
 *
 * @param average in bytes a second
 * @param peak in bytes a second, how fast a burst may be; the average where there is none
 * @param burst in bytes, how much may go at that speed
 */
public record RateLimit(long average, long peak, long burst) {}
