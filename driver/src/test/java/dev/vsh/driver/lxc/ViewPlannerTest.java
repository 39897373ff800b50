package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.linux.MountInfo;
import dev.vsh.plan.ViewPlan;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who is chosen to tell a container of its limits. */
final class ViewPlannerTest {
    @TempDir private Path folder;

    private Path fuse;

    @BeforeEach
    void makeDevice() throws IOException {
        fuse = Files.createFile(folder.resolve("fuse"));
    }

    private ViewPlan choose(String type, String owner) {
        MountInfo mount =
                new MountInfo(
                        1,
                        0,
                        "0:41",
                        "/",
                        folder.toString(),
                        type,
                        type,
                        List.of("rw", "user_id=" + owner));
        return ViewPlanner.choose(List.of(mount), fuse);
    }

    private void serve() throws IOException {
        Files.createDirectory(folder.resolve("proc"));
        Files.createFile(folder.resolve("proc/meminfo"));
    }

    @Test
    void lxcfsGoesFirst() throws IOException {
        serve();
        assertEquals(new ViewPlan.Lxcfs(folder.toString()), choose("fuse.lxcfs", "0"));
    }

    @Test
    void lxcfsOfAUserIsPassedOver() throws IOException {
        serve();
        assertEquals(new ViewPlan.Helper(), choose("fuse.lxcfs", "1000"));
    }

    @Test
    void lxcfsWithoutItsServerIsPassedOver() {
        assertEquals(new ViewPlan.Helper(), choose("fuse.lxcfs", "0"));
    }

    @Test
    void hostWithoutFuseIsShownAsItIs() throws IOException {
        Files.delete(fuse);
        assertEquals(new ViewPlan.Host(), choose("ext4", "0"));
    }
}
