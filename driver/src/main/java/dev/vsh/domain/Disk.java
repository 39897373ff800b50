package dev.vsh.domain;

import java.util.Optional;

/**
 * {@code <disk>}: a block device node in the container's {@code /dev}, not a mount.
 *
 * @param type block or file, or what only virtual machines have
 * @param source path on the host
 * @param target name below {@code /dev}
 * @param driver what makes a device of a file: loop or nbd; what a virtual machine has means nothing
 * @param format of the file
 * @param xml the whole element
 */
public record Disk(
        String type,
        Optional<String> source,
        String target,
        Optional<String> driver,
        Optional<String> format,
        boolean readonly,
        String xml)
        implements Device {}
