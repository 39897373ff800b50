package dev.vsh.machine;

/**
 * A network interface of the machine that is no port of another one.
 *
 * @param mac empty text where it has none
 * @param up whether somebody has set it up, with a cable or without
 */
public record HostInterface(String name, String mac, boolean up) {}
