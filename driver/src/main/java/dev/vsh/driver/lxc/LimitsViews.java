package dev.vsh.driver.lxc;

import dev.vsh.driver.LimitsView;
import dev.vsh.linux.MountInfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at what is mounted on a running container's {@code /proc/meminfo}. */
final class LimitsViews {
    private LimitsViews() {}

    /** Empty when the init has ended, or is somebody's whom we may not look at. */
    static Optional<LimitsView> of(long initPid) {
        try {
            return Optional.of(of(Files.readAllLines(Path.of("/proc/" + initPid + "/mountinfo"))));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static LimitsView of(List<String> mountInfo) {
        return MountInfo.parse(mountInfo).stream()
                .filter(mount -> mount.mountPoint().equals("/proc/meminfo"))
                .map(
                        mount ->
                                mount.type().equals("fuse.vsh")
                                        ? LimitsView.HELPER
                                        : LimitsView.LXCFS)
                .findFirst()
                .orElse(LimitsView.HOST);
    }
}
