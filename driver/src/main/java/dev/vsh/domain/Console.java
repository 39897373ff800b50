package dev.vsh.domain;

/**
 * {@code <console>}.
 *
 * @param type pty is the only one that a container can have
 * @param targetType {@code lxc} unless the document says otherwise
 * @param port 0 is {@code /dev/console} and {@code /dev/tty1}
 */
public record Console(String type, String targetType, int port) {}
