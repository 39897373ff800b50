package dev.vsh.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** {@code <dns>}: the names that the network's own server knows, and whom it asks about others. */
public record NameService(
        boolean enabled,
        boolean forwardsPlainNames,
        List<Forwarder> forwarders,
        List<Text> texts,
        List<Host> hosts) {
    /** That of a document without {@code <dns>}. */
    public static final NameService PLAIN =
            new NameService(true, true, List.of(), List.of(), List.of());

    public NameService {
        forwarders = List.copyOf(forwarders);
        texts = List.copyOf(texts);
        hosts = List.copyOf(hosts);
    }

    /**
     * Somebody who is asked.
     *
     * @param address the host's own servers when there is none
     * @param domain about nothing else than this
     */
    public record Forwarder(Optional<InetAddress> address, Optional<String> domain) {}

    public record Text(String name, String value) {}

    public record Host(InetAddress address, List<String> names) {
        public Host {
            names = List.copyOf(names);
        }
    }
}
