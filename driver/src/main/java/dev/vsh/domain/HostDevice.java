package dev.vsh.domain;

/** {@code <hostdev>}: a device of the host, handed to the container. */
public sealed interface HostDevice {
    /** {@code mode='capabilities' type='storage'}: a block device. */
    record Storage(String block, String xml) implements HostDevice {}

    /** {@code mode='capabilities' type='misc'}: a character device. */
    record Misc(String character, String xml) implements HostDevice {}

    /** {@code mode='capabilities' type='net'}: a network interface that moves in. */
    record Net(String device, String xml) implements HostDevice {}

    /** {@code mode='subsystem'}: usb, and what only virtual machines have. */
    record Subsystem(String type, String xml) implements HostDevice {}
}
