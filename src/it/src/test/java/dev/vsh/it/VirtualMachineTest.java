package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Containers on a kernel that has cgroup v2 only, and on one whose root cannot be pivoted away. */
@Requires(Need.ROOT)
class VirtualMachineTest {
    private static final int CHECKS = 14;

    @ParameterizedTest
    @ValueSource(strings = {"disk", "initramfs"})
    void containersWorkOnCgroupV2(String root) throws IOException, InterruptedException {
        String machine = Checkout.folder().resolve("src/it/vm/run").toString();
        String script = Checkout.folder().resolve("src/it/vm/cgroup-v2").toString();
        Process process =
                new ProcessBuilder(machine, "--root", root, "--timeout", "540", script)
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        long passed = output.lines().filter(line -> line.startsWith("ok ")).count();
        assertEquals(
                "status 0, " + CHECKS + " passed",
                "status " + status + ", " + passed + " passed",
                output);
    }
}
