package dev.vsh.network;

import java.util.Optional;

/** Names of domains that can be names of hosts. */
public final class HostName {
    private static final String VALID = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

    private HostName() {}

    /** Empty when no name server could know it. */
    public static Optional<String> valid(String name) {
        return Optional.of(name).filter(it -> it.matches(VALID));
    }
}
