package dev.vsh.plan;

import java.util.List;

/** The cgroups of a container: one group in every hierarchy that the host has. */
public record CgroupPlan(List<Hierarchy> hierarchies) {
    public CgroupPlan {
        hierarchies = List.copyOf(hierarchies);
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
     * @param deviceFilter instructions of an eBPF program that decides about devices; none on v1
     * @param loops what is to be added about devices whose number is not known yet
     * @param view how it is mounted in the container
     */
    public record Hierarchy(
            String mountPoint,
            List<Group> parents,
            String group,
            List<Setting> settings,
            List<Setting> delegatedSettings,
            List<Long> deviceFilter,
            List<LoopRule> loops,
            View view) {
        public static final String DELEGATED = "container";

        public Hierarchy {
            parents = List.copyOf(parents);
            settings = List.copyOf(settings);
            delegatedSettings = List.copyOf(delegatedSettings);
            deviceFilter = List.copyOf(deviceFilter);
            loops = List.copyOf(loops);
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

    /** The right to use the loop device of an image, which gets its number when it is attached. */
    public sealed interface LoopRule {
        /** Path of the node below {@code /dev}. */
        String device();

        /** One more line for v1's {@code devices.allow}. */
        record Line(String device, String access) implements LoopRule {}

        /**
         * A number in the device filter of v2.
         *
         * @param instruction whose last 32 bits it is
         */
        record Comparison(String device, int instruction) implements LoopRule {}
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
