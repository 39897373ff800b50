package dev.vsh.domain;

/**
 * A filesystem that a container sees.
 *
 * @param mountPoint as the container sees it
 * @param source what is mounted, in the kernel's words: a device, or a filesystem's own name
 * @param type as {@code ext4}
 */
public record MountedFilesystem(String mountPoint, String source, String type) {}
