package dev.vsh.cgroup;

import java.util.List;
import java.util.Optional;

/**
 * A device that a container may use; everything else is denied.
 *
 * @param kind {@code b} or {@code c}
 * @param minor empty for all
 * @param access of r, w and m (mknod)
 */
public record DeviceRule(char kind, int major, Optional<Integer> minor, String access) {
    /** What libvirt allows every container: its own nodes, FUSE and all pseudo-terminals. */
    public static final List<DeviceRule> DEFAULT =
            List.of(
                    character(1, 3),
                    character(1, 5),
                    character(1, 7),
                    character(1, 8),
                    character(1, 9),
                    character(5, 0),
                    character(5, 2),
                    character(10, 229),
                    new DeviceRule('c', 136, Optional.empty(), "rwm"));

    private static DeviceRule character(int major, int minor) {
        return new DeviceRule('c', major, Optional.of(minor), "rwm");
    }

    /** In the words of v1's {@code devices.allow}. */
    String toDevicesAllow() {
        return kind + " " + major + ":" + minor.map(Object::toString).orElse("*") + " " + access;
    }
}
