package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Containers on kernels that have what this host's may not: cgroup v2 only, AppArmor, SELinux, USB, an initramfs. */
@Order(1)
@Requires(Need.ROOT)
class VirtualMachineTest {
    private final Path machines = Checkout.folder().resolve("src/it/vm");

    /** The script sees to a container behind a root that can be pivoted away, too. */
    @Test
    void containersWorkOnCgroupV2AndAnInitramfs() throws IOException, InterruptedException {
        run("cgroup-v2", "--program", "/usr/sbin/apparmor_parser", "--program", "/usr/sbin/nft");
    }

    /** Another kernel, which has to be fetched and booted, because one runs AppArmor or SELinux and not both. */
    @Test
    @Tag("soak")
    void containersTakeSelinuxContextsAndUsbDevices() throws IOException, InterruptedException {
        HostCommand.run(
                Checkout.folder().resolve("src/it/need-packages").toString(),
                machines.resolve("soak-packages").toString());
        run(
                "labels-and-usb",
                "--kernel",
                "generic",
                "--append",
                "security=selinux",
                "--device",
                "qemu-xhci",
                "--device",
                "usb-tablet",
                "--device",
                "usb-ccid",
                "--program",
                "/usr/bin/secilc");
    }

    /** Each check is told by a line of the script, and its status is their sum. */
    private void run(String script, String... options) throws IOException, InterruptedException {
        // Before its neighbours: it is emulated by one thread, and the last to end.
        List<String> command = new ArrayList<>(List.of("nice", "-n", "-3"));
        command.add(machines.resolve("run").toString());
        command.addAll(List.of("--root", "initramfs", "--timeout", "600"));
        command.addAll(List.of(options));
        command.add(machines.resolve(script).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertEquals(0, status, output);
        assertTrue(output.lines().anyMatch(line -> line.startsWith("ok ")), output);
    }
}
