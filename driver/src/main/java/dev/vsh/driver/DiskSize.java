package dev.vsh.driver;

import dev.vsh.domain.ByteSize;

/**
 * How large a disk is.
 *
 * @param capacity what the container sees
 * @param allocation what it takes of the host's storage now: less than the rest for a sparse file
 * @param physical where its last byte lies
 */
public record DiskSize(ByteSize capacity, ByteSize allocation, ByteSize physical) {
    /** Of something that has no holes. */
    public static DiskSize full(ByteSize size) {
        return new DiskSize(size, size, size);
    }
}
