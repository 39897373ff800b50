package dev.vsh.domain;

import java.util.Optional;

/**
 * {@code <disk>}: a block device node in the container's {@code /dev}, not a mount.
 *
 * @param type block or file, or what only virtual machines have
 * @param source path on the host
 * @param target name below {@code /dev}
 * @param xml the whole element
 */
public record Disk(
        String type, Optional<String> source, String target, boolean readonly, String xml)
        implements Device {}
