package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;

import java.util.Map;
import java.util.Optional;

/** One line about a cgroup controller that is not there: what it is for, and the command that brings it. */
final class ControllerAdvice {
    private static final Map<String, String> PURPOSE =
            Map.of(
                    "memory", "<memory>",
                    "cpu", "<cputune>",
                    "cpuset", "cpuset of <vcpu> or <numatune>",
                    "blkio", "<blkiotune>",
                    "pids", "<vsh:pids>");

    private ControllerAdvice() {}

    /**
     * @param controller its name on v1
     */
    static String missing(CgroupHost host, String controller) {
        return "cgroup controller '"
                + controller
                + "' is not available, and without it "
                + PURPOSE.getOrDefault(controller, "the container")
                + " cannot be enforced: "
                + remedy(host, controller);
    }

    private static String remedy(CgroupHost host, String controller) {
        String boot =
                controller.equals("memory")
                        ? "boot with cgroup_enable=memory"
                        : "boot without cgroup_disable=" + controller;
        boolean onlyUnified = host.hierarchies().size() == 1;
        return host.unified()
                .filter(_ -> onlyUnified)
                .map(unified -> delegate(unified, controller) + ", or " + boot)
                .or(() -> Optional.of(mount(controller) + ", or " + boot))
                .orElseThrow();
    }

    /** A v2 hierarchy that begins below the host's root has what the group above gives it. */
    private static String delegate(CgroupHost.Mounted.V2 unified, String controller) {
        return "have +"
                + (controller.equals("blkio") ? "io" : controller)
                + " written to cgroup.subtree_control of the group above "
                + unified.mountPoint();
    }

    private static String mount(String controller) {
        return "mount -t cgroup -o %1$s %1$s /sys/fs/cgroup/%1$s".formatted(controller);
    }
}
