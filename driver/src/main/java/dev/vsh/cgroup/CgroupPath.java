package dev.vsh.cgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a container's groups are, the same in every hierarchy. libvirt's layout for hosts without machined: {@code
 * machine/lxc-ID-NAME.libvirt-lxc}, and {@code .partition} behind the parts of a partition of the user's own.
 *
 * @param partition absolute, as {@code <resource><partition>} says it
 * @param machine {@code lxc-ID-NAME}
 */
public record CgroupPath(String partition, String machine) {
    public static final String DEFAULT_PARTITION = "/machine";

    /** What libvirt gives no suffix at the top: virCgroupSetPartitionSuffix() there. */
    static final Set<String> FIXED = Set.of("machine", "system", "user");

    private static final int NAME_LIMIT = 64;

    /**
     * @param id what makes the name unique: the helper's process id
     */
    public static CgroupPath of(String partition, String id, String domain) {
        String filtered = domain.replaceAll("[^A-Za-z0-9-]", "");
        String machine = "lxc-" + id + "-" + filtered;
        return new CgroupPath(
                partition, machine.substring(0, Math.min(machine.length(), NAME_LIMIT)));
    }

    /** Whether the partition is the one that needs nobody to make it. */
    boolean isDefault() {
        return partition.equals(DEFAULT_PARTITION);
    }

    /**
     * The partition and the groups above it, outermost first, relative to the hierarchy's root; none for the partition
     * {@code /}.
     */
    List<String> parents() {
        List<String> parents = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (String part : partition.split("/")) {
            if (part.isEmpty()) {
                continue;
            }
            boolean fixed = path.isEmpty() && FIXED.contains(part);
            // A dot in front is no suffix, and ".." must lead nowhere.
            boolean suffixed = part.indexOf('.') > 0;
            path.append(path.isEmpty() ? "" : "/").append(part);
            path.append(fixed || suffixed ? "" : ".partition");
            parents.add(path.toString());
        }
        return parents;
    }

    /** The partition itself, relative to the hierarchy's root. */
    String parent() {
        List<String> parents = parents();
        return parents.isEmpty() ? "" : parents.getLast();
    }

    String group() {
        String parent = parent();
        return (parent.isEmpty() ? "" : parent + "/") + machine + ".libvirt-lxc";
    }
}
