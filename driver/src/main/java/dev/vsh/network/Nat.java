package dev.vsh.network;

import dev.vsh.domain.AddressText;

import java.net.InetAddress;
import java.util.Optional;

/**
 * {@code <nat>}: whose addresses and ports packets get on their way out.
 *
 * @param ipv6 whether IPv6 is translated too, instead of routed
 * @param addresses of the host's, instead of that of the interface by which a packet leaves
 */
public record Nat(boolean ipv6, Optional<AddressRange> addresses, Optional<PortRange> ports) {
    public static final Nat PLAIN = new Nat(false, Optional.empty(), Optional.empty());

    public record AddressRange(InetAddress start, InetAddress end) {
        public String text() {
            return AddressText.of(start) + (start.equals(end) ? "" : "-" + AddressText.of(end));
        }
    }

    public record PortRange(int start, int end) {}
}
