package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.it.harness.CgroupFiles;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Libvirt;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same document started by libvirt and here: what the kernel is told of the container's limits. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.CGROUP_V1, Need.LIBVIRT})
final class LibvirtTest {
    /** Every file of cgroup v1 that an element has a say in. */
    private static final Map<String, List<String>> FILES =
            Map.of(
                    "memory",
                    List.of(
                            "memory.limit_in_bytes",
                            "memory.soft_limit_in_bytes",
                            "memory.memsw.limit_in_bytes"),
                    "cpu",
                    List.of("cpu.shares", "cpu.cfs_period_us", "cpu.cfs_quota_us"),
                    "cpuset",
                    List.of("cpuset.cpus", "cpuset.mems"),
                    "blkio",
                    List.of(
                            "blkio.weight",
                            "blkio.bfq.weight",
                            "blkio.throttle.read_bps_device",
                            "blkio.throttle.write_bps_device",
                            "blkio.throttle.read_iops_device",
                            "blkio.throttle.write_iops_device"));

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private record Told(Map<String, String> values, Set<String> devices) {
        static Told by(CgroupFiles cgroups) {
            Map<String, String> values = new LinkedHashMap<>();
            FILES.forEach(
                    (controller, files) ->
                            files.stream()
                                    .filter(file -> isThere(cgroups, controller, file))
                                    .forEach(
                                            file ->
                                                    values.put(
                                                            file, cgroups.read(controller, file))));
            return new Told(
                    values,
                    cgroups.read("devices", "devices.list")
                            .lines()
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        /** Which files there are depends on the kernel's version and on its scheduler of block devices. */
        private static boolean isThere(CgroupFiles cgroups, String controller, String file) {
            return Files.exists(cgroups.group(controller).resolve(file));
        }

        String value(String file) {
            return values.get(file);
        }
    }

    private ContainerDocument document(String elements) {
        return sandbox.document(sandbox.busyboxRoot())
                .init("/bin/sleep", "1000")
                .elements(elements);
    }

    private Told libvirt(Libvirt libvirt, ContainerDocument document) throws IOException {
        Path file = Files.writeString(sandbox.folder().resolve("domain.xml"), document.xml());
        libvirt.virsh("create", file.toString());
        Told told = Told.by(libvirt.cgroups(document.name()));
        libvirt.virsh("destroy", document.name());
        return told;
    }

    private Told here(ContainerDocument document) {
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(document.document());
            Told told = Told.by(CgroupFiles.of(domain));
            domain.destroy();
            return told;
        }
    }

    /** A device with a queue of its own: the throttles of others are refused by the kernel. */
    private static String blockDevice() {
        return Stream.of(Path.of("/sys/block").toFile().list())
                .filter(name -> !name.startsWith("loop") && !name.startsWith("ram"))
                .sorted()
                .map("/dev/"::concat)
                .findFirst()
                .orElse("/dev/loop0");
    }

    private static String elements() {
        return """
        <memtune>
          <hard_limit unit='MiB'>48</hard_limit>
          <soft_limit unit='MiB'>32</soft_limit>
          <swap_hard_limit unit='MiB'>80</swap_hard_limit>
        </memtune>
        <vcpu cpuset='0'>1</vcpu>
        <cputune>
          <shares>512</shares><period>50000</period><quota>25000</quota>
        </cputune>
        <numatune><memory mode='interleave' nodeset='0'/></numatune>
        <blkiotune>
          <weight>300</weight>
          <device>
            <path>%s</path>
            <read_bytes_sec>1000000</read_bytes_sec><write_bytes_sec>2000000</write_bytes_sec>
            <read_iops_sec>300</read_iops_sec><write_iops_sec>400</write_iops_sec>
          </device>
        </blkiotune>
        """
                .formatted(blockDevice());
    }

    @Test
    void everyLimitIsTheSame() throws IOException {
        try (Libvirt libvirt = sandbox.libvirt()) {
            ContainerDocument document = document(elements());
            Told theirs = libvirt(libvirt, document);
            Told ours = here(document);
            assertEquals(theirs.values(), ours.values());
            assertNotEquals(Map.of(), ours.values());
        }
    }

    @Test
    void whatIsNotSaidIsTheSame() throws IOException {
        try (Libvirt libvirt = sandbox.libvirt()) {
            ContainerDocument document = document("");
            Told theirs = libvirt(libvirt, document);
            Told ours = here(document);
            assertEquals(theirs.values(), ours.values());
            assertEquals(theirs.devices(), ours.devices());
        }
    }

    /** The number of a loop device is anybody's. */
    private static Set<String> withoutLoopNumbers(Told told) {
        return told.devices().stream()
                .map(line -> line.replaceFirst("^b 7:[0-9]+", "b 7:N"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Requires(Need.LOOP_DEVICES)
    void disksAndDevicesAreTheSame() throws IOException {
        Path image = Files.write(sandbox.folder().resolve("x.img"), new byte[1 << 16]);
        Path other = Files.write(sandbox.folder().resolve("y.img"), new byte[1 << 16]);
        try (Libvirt libvirt = sandbox.libvirt()) {
            ContainerDocument document =
                    document("")
                            .devices(
                                    """
                                    <disk type='file'>
                                      <driver name='loop' type='raw'/>
                                      <source file='%s'/><target dev='vda'/>
                                    </disk>
                                    <disk type='file'>
                                      <driver name='loop' type='raw'/>
                                      <source file='%s'/><target dev='vdb'/><readonly/>
                                    </disk>
                                    <hostdev mode='capabilities' type='misc'>
                                      <source><char>/dev/net/tun</char></source>
                                    </hostdev>
                                    """
                                            .formatted(image, other));
            Told theirs = libvirt(libvirt, document);
            Told ours = here(document);
            assertEquals(withoutLoopNumbers(theirs), withoutLoopNumbers(ours));
            assertTrue(withoutLoopNumbers(ours).contains("b 7:N rwm"));
        }
    }

    /** Each is a row of libvirt-differences.md. */
    @Test
    void differencesAreThoseThatAreMeant() throws IOException {
        try (Libvirt libvirt = sandbox.libvirt()) {
            ContainerDocument document = document("<currentMemory unit='MiB'>32</currentMemory>");
            Told theirs = libvirt(libvirt, document);
            Told ours = here(document);
            String limit = "memory.limit_in_bytes";
            assertEquals(List.of("67108864", "33554432"), values(limit, theirs, ours));
        }
    }

    private static List<String> values(String file, Told... told) {
        return Arrays.stream(told).map(each -> each.value(file)).toList();
    }
}
