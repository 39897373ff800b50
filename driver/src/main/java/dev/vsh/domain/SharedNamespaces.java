package dev.vsh.domain;

import java.util.Optional;

/** {@code <lxc:namespace>}: namespaces that are joined instead of made. */
public record SharedNamespaces(Optional<Share> network, Optional<Share> ipc, Optional<Share> uts) {
    public static final SharedNamespaces NONE =
            new SharedNamespaces(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whose namespace is joined. */
    public sealed interface Share {
        /** That of a running container. */
        record OfDomain(String name) implements Share {}

        /** That of a process of the host. */
        record OfProcess(long pid) implements Share {}

        /** One that {@code ip netns} keeps below {@code /run/netns}; network only. */
        record OfNetns(String name) implements Share {}
    }
}
