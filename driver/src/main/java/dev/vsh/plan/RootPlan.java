package dev.vsh.plan;

import java.util.List;

/**
 * The container's root filesystem.
 *
 * @param tree a folder or a filesystem; the folder {@code /} shares the host's own files
 * @param exchange how the old root goes away
 */
public record RootPlan(HostTree tree, boolean readonly, Exchange exchange) {
    public boolean isHostRoot() {
        return tree.path().equals("/");
    }

    /** How the container's root takes the place of the host's. */
    public sealed interface Exchange {
        /** pivot_root(2), and the old root is unmounted. */
        record Pivot() implements Exchange {}

        /**
         * chroot(2), for a host whose root is its initramfs, which cannot be pivoted away.
         *
         * @param hostMounts what is unmounted first, the innermost first
         */
        record Chroot(List<String> hostMounts) implements Exchange {
            public Chroot {
                hostMounts = List.copyOf(hostMounts);
            }
        }
    }
}
