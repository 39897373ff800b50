package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.DeviceRights;
import dev.vsh.plan.FileOwner;

import java.util.Optional;

/**
 * A container that runs, and the host that it runs on.
 *
 * @param cgroup where its groups are
 * @param initPid of its init, as the host counts
 */
record LiveContainer(
        Syscalls syscalls, Host host, ContainerPlanner planner, CgroupPath cgroup, long initPid) {
    ContainerMounts mounts() {
        return new ContainerMounts(syscalls, initPid);
    }

    /** What a change of its document does to what it may use of the host's devices. */
    DeviceRights rights(DomainDefinition before, DomainDefinition after) {
        return DeviceRights.between(planner.cgroup(before, cgroup), planner.cgroup(after, cgroup));
    }

    /** Its root, where that is not the host's. */
    static Optional<FileOwner> root(DomainDefinition domain) {
        return domain.idMap()
                .map(map -> new FileOwner(map.onHost(map.uids(), 0), map.onHost(map.gids(), 0)));
    }
}
