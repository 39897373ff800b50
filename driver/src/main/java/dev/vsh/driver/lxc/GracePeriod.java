package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the first of some moves between groups waits for: a grace period of RCU, 8 to 15 ms in which nothing happens
 * ({@code percpu_down_write} of {@code cgroup_threadgroup_rwsem}, kernel/cgroup/cgroup.c). The moves of as long a time
 * after it do without ({@code rcu_sync_exit}, kernel/rcu/sync.c), so it may as well pass while a program is still being
 * made.
 */
final class GracePeriod {
    private static final int STACK = 64 * 1024;

    private GracePeriod() {}

    /**
     * Has one begin, in a thread that ends with it.
     *
     * @param helperPid a process of ours, and so in a group where nobody else moves it: it is moved to where it is
     */
    static void begin(CgroupHost cgroups, long helperPid) {
        Thread waiting =
                new Thread(null, () -> move(cgroups, helperPid), "vsh-grace-period", STACK);
        waiting.setDaemon(true);
        waiting.start();
    }

    private static void move(CgroupHost cgroups, long helperPid) {
        new ProcessCgroups(helperPid)
                .memberLists(cgroups).stream()
                        .findFirst()
                        .ifPresent(file -> write(file, helperPid));
    }

    private static void write(String file, long helperPid) {
        try {
            Files.writeString(Path.of(file), Long.toString(helperPid), StandardOpenOption.WRITE);
        } catch (IOException _) {
            // Then whoever moves next waits, as it would have.
            return;
        }
    }
}
