package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.cgroup.CgroupHost.Mounted;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** With a folder where a hierarchy would be mounted. */
final class GracePeriodTest {
    private static final long OURS = ProcessHandle.current().pid();

    @TempDir Path folder;

    private CgroupHost host;
    private Path members;

    /** The first group that the kernel names, whatever hierarchies this machine has. */
    @BeforeEach
    void prepare() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/self/cgroup")).getFirst().split(":", 3);
        String controllers = fields[1];
        Mounted mounted =
                controllers.isEmpty()
                        ? new Mounted.V2(folder, Set.of())
                        : new Mounted.V1(
                                folder,
                                Set.of(controllers.split(",")),
                                Optional.of(controllers)
                                        .filter(name -> name.startsWith("name="))
                                        .map(name -> name.substring("name=".length())));
        host = new CgroupHost(List.of(mounted));
        members = Path.of(folder + fields[2] + "/cgroup.procs");
        Files.createDirectories(members.getParent());
    }

    private void begin(long pid) throws InterruptedException {
        GracePeriod.begin(host, pid);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("vsh-grace-period")) {
                thread.join();
            }
        }
    }

    @Test
    void aProcessIsMovedToWhereItIs() throws Exception {
        Files.createFile(members);
        begin(OURS);
        assertEquals(Long.toString(OURS), Files.readString(members));
    }

    @Test
    void whatGoesWrongIsPassedOver() throws Exception {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
        try {
            // There is no such file, and nothing makes one; of the other process there is no group.
            begin(OURS);
            begin(Integer.MAX_VALUE);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), thrown);
        assertEquals(false, Files.exists(members));
    }
}
