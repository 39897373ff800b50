package dev.vsh.machine;

import java.util.List;
import java.util.Optional;

/**
 * What an interface of the machine is like.
 *
 * @param mtu in bytes
 * @param state the kernel's word: up, down, unknown and others
 * @param megabits a second; empty where there is no cable, or none that has a speed
 * @param ports of a bridge, which may have none; empty for an interface that is none
 */
public record HostLink(
        long mtu, String state, Optional<Long> megabits, Optional<List<HostInterface>> ports) {
    public HostLink {
        ports = ports.map(List::copyOf);
    }
}
