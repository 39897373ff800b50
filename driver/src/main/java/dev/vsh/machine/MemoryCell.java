package dev.vsh.machine;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.NumberSet;

import java.util.List;

/**
 * A NUMA node.
 *
 * @param processors those that are online
 * @param pools of pages, the smallest pages first
 */
public record MemoryCell(
        int id, ByteSize total, ByteSize free, NumberSet processors, List<PagePool> pools) {
    /**
     * Pages of one size.
     *
     * @param total how many there are
     */
    public record PagePool(ByteSize size, long total, long free) {}

    public MemoryCell {
        pools = List.copyOf(pools);
    }
}
