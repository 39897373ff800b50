package dev.vsh.cgroup;

import dev.vsh.plan.DeviceGrant;

import java.util.List;

/**
 * A device that every container may use; everything else is denied, unless it is granted.
 *
 * @param kind {@code b} or {@code c}
 * @param access of r, w and m (mknod)
 */
record DeviceRule(char kind, int major, Minor minor, String access) {
    /** What libvirt allows every container: its own nodes, FUSE and all pseudo-terminals. */
    static final List<DeviceRule> DEFAULT =
            List.of(
                    character(1, 3),
                    character(1, 5),
                    character(1, 7),
                    character(1, 8),
                    character(1, 9),
                    character(5, 0),
                    character(5, 2),
                    character(10, 229),
                    new DeviceRule('c', 136, new Minor.All(), "rwm"));

    /** Which of the devices with one major number. */
    sealed interface Minor {
        record All() implements Minor {}

        record One(int number) implements Minor {}
    }

    DeviceRule(char kind, int major, int minor, String access) {
        this(kind, major, new Minor.One(minor), access);
    }

    /** Whether it gives all that a grant can: to take the grant back must not take this. */
    boolean covers(DeviceGrant grant) {
        return grant.kind() == kind
                && grant.major() == major
                && switch (minor) {
                    case Minor.All() -> true;
                    case Minor.One(int number) ->
                            grant.minor().equals(new DeviceGrant.Minor.One(number));
                };
    }

    private static DeviceRule character(int major, int minor) {
        return new DeviceRule('c', major, minor, "rwm");
    }
}
