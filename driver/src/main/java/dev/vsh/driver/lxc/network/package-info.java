/**
 * The virtual networks of the LXC driver: its verbs for them, and what makes a network of the kernel's bridge, nft and
 * dnsmasq. Uses {@code dev.vsh.driver}, {@code dev.vsh.network} and its XML, {@code dev.vsh.netlink}, {@code
 * dev.vsh.linux} and the driver's store. Of containers it knows no more than their names,
 * addresses and interfaces.
 */
@NullMarked
package dev.vsh.driver.lxc.network;

import org.jspecify.annotations.NullMarked;
