package dev.vsh.network;

/**
 * {@code <ip>}: an address of the bridge, and what is handed out of the addresses around it.
 */
public record NetworkIp(Subnet subnet, boolean localPtr, Dhcp dhcp) {}
