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
}
