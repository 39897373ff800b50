package dev.vsh.driver;

import java.nio.file.Path;

/**
 * A container's configuration in the words of another program.
 *
 * @param format {@code lxc-tools}: {@code lxc.container.conf(5)}
 * @param origin what to call the text in messages
 * @param file where it is, absolute: the relative paths in it begin beside it
 */
public record NativeDocument(String format, String text, String origin, Path file) {}
