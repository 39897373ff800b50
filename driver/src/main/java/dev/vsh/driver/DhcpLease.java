package dev.vsh.driver;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * An address that a network's server has given away.
 *
 * @param expiry empty for one that is given forever
 * @param mac empty where an IPv6 client did not show it
 * @param prefix of the network that the address is in
 * @param clientId how the client calls itself: an identifier in hexadecimal digits, for IPv6 a DUID
 */
public record DhcpLease(
        Optional<Instant> expiry,
        Optional<String> mac,
        InetAddress address,
        int prefix,
        Optional<String> hostname,
        Optional<String> clientId) {}
