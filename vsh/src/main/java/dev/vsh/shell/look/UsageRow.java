package dev.vsh.shell.look;

/**
 * What a domain has used between two samples.
 *
 * @param cpu in processors: 1.5 is one and a half of them busy
 * @param blockRate bytes in a second
 * @param networkRate bytes in a second
 */
public record UsageRow(
        String name,
        boolean paused,
        double cpu,
        long memory,
        long limit,
        int processes,
        double blockRate,
        double networkRate) {
    static UsageRow between(UsageSample before, UsageSample now) {
        double seconds = Math.max(1, now.nanos() - before.nanos()) / 1e9;
        return new UsageRow(
                now.name(),
                now.paused(),
                rate(before.cpu().toNanos(), now.cpu().toNanos(), seconds) / 1e9,
                now.memory(),
                now.limit(),
                now.processes(),
                rate(before.blockBytes(), now.blockBytes(), seconds),
                rate(before.networkBytes(), now.networkBytes(), seconds));
    }

    /** Counters begin anew with each start. */
    private static double rate(long before, long now, double seconds) {
        return Math.max(0, now - before) / seconds;
    }

    /** From 0 to 1. */
    double memoryShare() {
        return limit == 0 ? 0 : (double) memory / limit;
    }
}
