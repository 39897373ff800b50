package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan;

import java.io.File;
import java.nio.file.Path;

/** Removes groups that have no processes any more. */
public final class CgroupRemoval {
    private static final int TRIES = 200;
    private static final int PAUSE_MILLIS = 5;

    private CgroupRemoval() {}

    /**
     * Removes a group and those below it, which an init such as systemd makes for itself. A group is busy for a moment
     * after its last process was reaped, so this waits, a second at most.
     *
     * @return whether it is gone
     */
    public static boolean remove(Path group) {
        for (int left = TRIES; left > 0; left--) {
            if (removeOnce(group.toFile())) {
                return true;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean removeOnce(File group) {
        // To look through the files of a group costs many times what this does, and few containers
        // make groups.
        new File(group, CgroupPlan.Hierarchy.DELEGATED).delete();
        if (group.delete()) {
            return true;
        }
        File[] below = group.listFiles(File::isDirectory);
        if (below == null) {
            return !group.exists();
        }
        for (File child : below) {
            removeOnce(child);
        }
        return group.delete() || !group.exists();
    }
}
