package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.linux.Syscalls;

/**
 * A container that runs, and the host that it runs on.
 *
 * @param cgroup where its groups are
 * @param initPid of its init, as the host counts
 */
record LiveContainer(Syscalls syscalls, Host host, CgroupPath cgroup, long initPid) {
    ContainerMounts mounts() {
        return new ContainerMounts(syscalls, initPid);
    }
}
