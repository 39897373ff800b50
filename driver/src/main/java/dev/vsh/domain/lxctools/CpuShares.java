package dev.vsh.domain.lxctools;

/** Between cgroup v1's shares and v2's weight, in the straight line that runc and systemd draw. */
final class CpuShares {
    static final long LEAST = 2;
    static final long MOST = 262_144;
    static final long MOST_WEIGHT = 10_000;

    private CpuShares() {}

    static long toWeight(long shares) {
        return 1 + (shares - LEAST) * (MOST_WEIGHT - 1) / (MOST - LEAST);
    }

    /** The least shares that give this weight. */
    static long ofWeight(long weight) {
        return LEAST + Math.ceilDiv((weight - 1) * (MOST - LEAST), MOST_WEIGHT - 1);
    }
}
