package dev.vsh.plan;

/**
 * The right to use a device of the host's.
 *
 * @param kind {@code b} or {@code c}
 * @param access of r, w and m (mknod)
 */
public record DeviceGrant(char kind, int major, Minor minor, String access) {
    /** Which of the devices with one major number. */
    public sealed interface Minor {
        record One(int number) implements Minor {}

        /**
         * That of the loop device which is behind a node of the container; there is none before it is attached.
         *
         * @param device path of the node below {@code /dev}
         */
        record OfLoop(String device) implements Minor {}
    }

    public DeviceGrant(char kind, int major, int minor, String access) {
        this(kind, major, new Minor.One(minor), access);
    }

    static DeviceGrant ofLoop(String device, String access) {
        return new DeviceGrant(
                'b', DevicePlan.Device.Image.MAJOR, new Minor.OfLoop(device), access);
    }

    /** What a container needs for a node. */
    public static DeviceGrant of(DevicePlan plan) {
        return switch (plan.device()) {
            case DevicePlan.Device.Node(boolean block, int major, int minor) ->
                    new DeviceGrant(block ? 'b' : 'c', major, minor, plan.access());
            case DevicePlan.Device.Image _ -> ofLoop(plan.path(), plan.access());
        };
    }
}
