package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.it.harness.CgroupFiles;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a running container uses, and limits that change while it runs. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.CGROUP_V1})
final class LiveTuningTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void usageIsCountedAndLimitsChangeTogetherOrNotAtAll() {
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", "1000");
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(document.document());
            domain.start();
            CgroupFiles files = CgroupFiles.of(domain);
            String name = domain.name();

            ResourceUsage usage = domain.usage();
            assertTrue(usage.processor().total().toNanos() > 0, usage.toString());
            assertTrue(usage.memory().total().bytes() > 0, usage.toString());
            String stats = vsh("dommemstat " + name + "; cpu-stats " + name + " --total").out();
            assertTrue(stats.startsWith("actual 65536\nswap_in 0\nrss "), stats);
            assertTrue(stats.contains("Total:\n\tcpu_time  "), stats);

            vsh("setmem " + name + " 32M --live").requireSuccess();
            assertEquals("33554432", files.read("memory", "memory.limit_in_bytes"));
            Vsh.Result tooLow = vsh("setmem " + name + " 4");
            assertEquals(1, tooLow.status());
            assertTrue(
                    tooLow.errors()
                            .startsWith(
                                    "error: operation failed: cannot limit memory to 4 KiB:"
                                            + " processes and files in memory use "),
                    tooLow.errors());
            assertEquals("33554432", files.read("memory", "memory.limit_in_bytes"));

            vsh("memtune " + name + " --hard-limit 40M --swap-hard-limit 48M --live --config")
                    .requireSuccess();
            assertEquals("41943040", files.read("memory", "memory.limit_in_bytes"));
            assertEquals("50331648", files.read("memory", "memory.memsw.limit_in_bytes"));
            vsh("memtune " + name + " --hard-limit 20M --swap-hard-limit 30M --live")
                    .requireSuccess();
            assertEquals("31457280", files.read("memory", "memory.memsw.limit_in_bytes"));
            vsh("schedinfo " + name + " --set cpu_shares=300 vcpu_quota=20000").requireSuccess();
            assertEquals("300", files.read("cpu", "cpu.shares"));
            assertEquals("20000", files.read("cpu", "cpu.cfs_quota_us"));
            vsh("blkiotune " + name + " --weight 321; vcpupin " + name + " --cpulist 0")
                    .requireSuccess();
            assertEquals("321", files.read("blkio", "blkio.bfq.weight"));
            assertEquals("0", files.read("cpuset", "cpuset.cpus"));

            Vsh.Result refused =
                    vsh("memtune " + name + " --hard-limit 8M --swap-hard-limit 4k --live");
            assertEquals(1, refused.status());
            assertEquals("20971520", files.read("memory", "memory.limit_in_bytes"));
            assertTrue(vsh("setmaxmem " + name + " 1G").errors().contains("on an active domain"));
            assertTrue(vsh("setvcpus " + name + " 1 --live").status() == 0);

            String all = vsh("domstats " + name).out();
            assertTrue(all.contains("  state.state=1\n  state.reason=1\n  cpu.time="), all);
            assertTrue(all.contains("  balloon.current=32768\n"), all);

            domain.destroy();
            String next = vsh("memtune " + name).out();
            assertTrue(next.contains("hard_limit     : 40960\n"), next);

            domain.setAutostart(true);
            String renamed = sandbox.name();
            vsh("domrename " + name + " " + renamed).requireSuccess();
            Domain other = connection.lookupDomainByName(renamed);
            assertTrue(other.isAutostart());
            assertEquals("shut off", other.status().state());
            other.start();
            String log = vsh("log " + renamed).out();
            assertEquals(2, log.lines().filter(line -> line.endsWith(": starting up")).count());
            other.destroy();
        }
    }

    private Vsh.Result vsh(String line) {
        return sandbox.vsh().run(line);
    }
}
