package dev.vsh.driver.memory;

import dev.vsh.network.NetworkDefinition;

import java.util.Optional;

/**
 * What there is of a network: a definition, a life, or both.
 *
 * @param live as it was started; empty when it is not active
 */
record NetworkRecord(
        Optional<NetworkDefinition> definition,
        Optional<NetworkDefinition> live,
        boolean autostart) {
    NetworkDefinition current() {
        return live.or(() -> definition).orElseThrow();
    }

    boolean isGone() {
        return definition.isEmpty() && live.isEmpty();
    }

    NetworkRecord withDefinition(Optional<NetworkDefinition> other) {
        return new NetworkRecord(other, live, autostart && other.isPresent());
    }

    NetworkRecord withLive(Optional<NetworkDefinition> other) {
        return new NetworkRecord(definition, other, autostart);
    }

    NetworkRecord withAutostart(boolean wanted) {
        return new NetworkRecord(definition, live, wanted);
    }
}
