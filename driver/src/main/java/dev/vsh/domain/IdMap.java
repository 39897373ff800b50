package dev.vsh.domain;

import java.util.List;

/** {@code <idmap>}: which ids of the container are which ids of the host; each list is sorted and starts at 0. */
public record IdMap(List<Range> uids, List<Range> gids) {
    public IdMap {
        uids = List.copyOf(uids);
        gids = List.copyOf(gids);
    }

    /**
     * One line of {@code /proc/PID/uid_map}; all unsigned 32-bit numbers.
     *
     * @param start first id inside the container
     * @param target first id on the host
     */
    public record Range(long start, long target, long count) {}

    /**
     * The host's id for one of the container's; that of the first range's beginning when it has none.
     *
     * @param ranges {@link #uids} or {@link #gids}
     */
    public long onHost(List<Range> ranges, long id) {
        for (Range range : ranges) {
            if (id >= range.start() && id < range.start() + range.count()) {
                return range.target() + (id - range.start());
            }
        }
        return ranges.getFirst().target();
    }
}
