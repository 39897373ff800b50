package dev.vsh.domain;

import java.util.List;

/**
 * {@code <console>}.
 *
 * @param type pty is the only one that a container can have
 * @param targetType {@code lxc} unless the document says otherwise
 * @param port 0 is {@code /dev/console} and {@code /dev/tty1}
 * @param others children that nothing is done for (log, …), as XML
 */
public record Console(String type, String targetType, int port, List<OpaqueElement> others)
        implements Device {
    public Console {
        others = List.copyOf(others);
    }

    public Console(String type, String targetType, int port) {
        this(type, targetType, port, List.of());
    }
}
