package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Containers on a host with lxcfs: one of the test's own, in a mount namespace that ends with it. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.LXCFS})
final class LxcfsTest {
    /** What follows the folder is run while lxcfs serves there. Its own files are in /run. */
    private static final String SCRIPT =
            """
            mount -t tmpfs tmpfs /run
            mkdir "$0"
            lxcfs -f -p "$0.pid" "$0" >"$0.log" 2>&1 &
            server=$!
            until [ -e "$0/proc/meminfo" ]; do
                kill -0 $server || { cat "$0.log"; exit 99; }
            done
            "$@"
            status=$?
            kill $server
            wait $server
            exit $status
            """;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private BusyboxRoot root;
    private ContainerDocument document;

    @BeforeEach
    void makeDocument() {
        root = sandbox.busyboxRoot();
        document =
                sandbox.document(root)
                        .init("/init")
                        .memoryMib(48)
                        .elements("<vcpu cpuset='1'>1</vcpu>");
    }

    private Vsh vsh() {
        String folder = sandbox.folder().resolve("lxcfs").toString();
        return sandbox.vsh().under("unshare", "--mount", "sh", "-c", SCRIPT, folder);
    }

    private Path file() throws IOException {
        return Files.writeString(sandbox.folder().resolve("domain.xml"), document.xml());
    }

    @Test
    void limitsAreTakenFromLxcfs() throws IOException {
        root.script(
                "/init",
                "head -n 1 /proc/meminfo; cat /sys/devices/system/cpu/online;"
                        + " grep -c ^processor /proc/cpuinfo; cut -d ' ' -f 1 /proc/uptime;"
                        + " grep -o 'fuse.lxcfs' /proc/mounts | sort -u");
        List<String> lines =
                vsh().run("create", file().toString(), "--console")
                        .requireSuccess()
                        .out()
                        .lines()
                        .map(String::strip)
                        .dropWhile(line -> !line.startsWith("MemTotal"))
                        .toList();
        assertEquals("MemTotal:          49152 kB", lines.get(0));
        assertTrue(lines.get(1).matches("[01]"), lines::toString);
        assertEquals("1", lines.get(2));
        assertTrue(Double.parseDouble(lines.get(3)) < 60, lines::toString);
        assertEquals("fuse.lxcfs", lines.get(4));
    }

    @Test
    void dominfoSaysSo() throws IOException {
        root.script("/init", "exec sleep 1000");
        String name = document.name();
        Vsh.Result result =
                vsh().run("create %s; dominfo %s; destroy %s".formatted(file(), name, name))
                        .requireSuccess();
        assertTrue(result.out().contains("Limits view:    lxcfs\n"), result.out());
    }
}
