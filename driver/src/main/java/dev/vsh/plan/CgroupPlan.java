package dev.vsh.plan;

import java.util.List;

/**
 * The cgroups of a container: one group in every hierarchy that the host has.
 *
 * @param grants what it may use besides the devices that every container may
 * @param owner what stands on each group, for whoever finds it when the container's record is lost
 */
public record CgroupPlan(List<Hierarchy> hierarchies, List<DeviceGrant> grants, String owner) {
    /** The extended attribute that has the owner. */
    public static final String OWNER_ATTRIBUTE = "user.vsh.owner";

    public CgroupPlan {
        hierarchies = List.copyOf(hierarchies);
        grants = List.copyOf(grants);
    }

    public CgroupPlan withOwner(String whose) {
        return new CgroupPlan(hierarchies, grants, whose);
    }

    /**
     * The container's part of one hierarchy: {@code group} carries the limits and {@code group/delegated} is where
     * the container lives. Its cgroup namespace begins there, so that it can make groups of its own and cannot reach
     * its limits.
     *
     * @param mountPoint where the host has the hierarchy
     * @param parents groups above, outermost first; relative to the mount point
     * @param group relative to the mount point
     * @param settings values to write, in this order, before the delegated group is made
     * @param delegatedSettings values to write into the delegated group
     * @param devices how it decides about devices
     * @param view how it is mounted in the container
     */
    public record Hierarchy(
            String mountPoint,
            List<Group> parents,
            String group,
            List<Setting> settings,
            List<Setting> delegatedSettings,
            DeviceControl devices,
            View view) {
        public static final String DELEGATED = "container";

        public Hierarchy {
            parents = List.copyOf(parents);
            settings = List.copyOf(settings);
            delegatedSettings = List.copyOf(delegatedSettings);
        }

        String path(String below) {
            return mountPoint + "/" + below;
        }
    }

    /**
     * A group above the container's, shared with other containers.
     *
     * @param made whether it is made when missing, and removed when it is empty again
     */
    public record Group(String path, boolean made, List<Setting> settings) {
        public Group {
            settings = List.copyOf(settings);
        }
    }

    /**
     * @param label why, in a few words
     * @param file name in the group's folder
     */
    public record Setting(String label, String file, String value) {}

    /** How a group decides about devices. All but {@code grants} is in the group's settings, or in the filter. */
    public sealed interface DeviceControl {
        /** Not at all. */
        record None() implements DeviceControl {}

        /** By the lines of {@code devices.allow}, on v1. */
        record Lines() implements DeviceControl {}

        /**
         * By an eBPF program, on v2. What is granted stands in a table: the numbers of the device are the key, and what
         * is refused all the same is the value.
         *
         * @param lookup which instruction takes the table's descriptor into its last 32 bits
         */
        record Filter(List<Long> instructions, int lookup) implements DeviceControl {
            public Filter {
                instructions = List.copyOf(instructions);
            }
        }
    }

    /** How a hierarchy looks inside the container. */
    public sealed interface View {
        /**
         * @param name folder below {@code /sys/fs/cgroup}
         * @param options mount options that name it: controllers, or {@code name=…}
         */
        record V1(String name, List<String> options) implements View {
            public V1 {
                options = List.copyOf(options);
            }
        }

        /**
         * @param name folder below {@code /sys/fs/cgroup}; empty when it is mounted there itself
         */
        record V2(String name) implements View {}
    }
}
