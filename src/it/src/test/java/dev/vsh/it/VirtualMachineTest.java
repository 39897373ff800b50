package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Containers on a kernel that has cgroup v2 only and AppArmor, and on one whose root cannot be pivoted away. */
@Order(1)
@Requires(Need.ROOT)
class VirtualMachineTest {
    /** The script sees to a container behind a root that can be pivoted away, too. */
    @Test
    void containersWorkOnCgroupV2AndAnInitramfs() throws IOException, InterruptedException {
        String machine = Checkout.folder().resolve("src/it/vm/run").toString();
        String script = Checkout.folder().resolve("src/it/vm/cgroup-v2").toString();
        Process process =
                new ProcessBuilder(
                                machine,
                                "--root",
                                "initramfs",
                                "--timeout",
                                "600",
                                "--program",
                                "/usr/sbin/apparmor_parser",
                                script)
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        // Each check is told by a line of the script, and its status is their sum.
        assertEquals(0, status, output);
        assertTrue(output.lines().anyMatch(line -> line.startsWith("ok ")), output);
    }
}
