package dev.vsh.driver;

/**
 * A name in a folder of a container.
 *
 * @param isFolder whether it leads to a folder of the container, through links too
 */
public record ContainerFile(String name, boolean isFolder) {}
