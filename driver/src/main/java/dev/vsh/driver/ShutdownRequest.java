package dev.vsh.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How an init is asked to stop.
 *
 * @param modes those that may be used; all when empty
 * @param patience how long to wait until it has; when empty, asking is enough
 * @param last whether the domain stays shut off, whatever its document says of power-offs
 */
public record ShutdownRequest(Set<ShutdownMode> modes, Optional<Duration> patience, boolean last) {
    public static final ShutdownRequest PLAIN = new ShutdownRequest(Set.of(), Optional.empty());

    public ShutdownRequest {
        modes = Set.copyOf(modes);
    }

    public ShutdownRequest(Set<ShutdownMode> modes, Optional<Duration> patience) {
        this(modes, patience, false);
    }

    /** The same, and the domain stays shut off. */
    public ShutdownRequest asLast() {
        return new ShutdownRequest(modes, patience, true);
    }

    public static ShutdownRequest within(Duration patience) {
        return new ShutdownRequest(Set.of(), Optional.of(patience));
    }

    public boolean allows(ShutdownMode mode) {
        return modes.isEmpty() || modes.contains(mode);
    }
}
