package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.NativeConversion;
import dev.vsh.driver.NativeDocument;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Containers of LXC as domains, and domains as containers of LXC. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class LxcConfTest {
    private static final String FORMAT = "lxc-tools";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private NativeConversion convert(String text, Path file) {
        return connection.domainXmlFromNative(
                new NativeDocument(FORMAT, text, String.valueOf(file.getFileName()), file));
    }

    private Domain start(NativeConversion conversion) {
        return connection.createDomain(DomainDocument.of(conversion.text()));
    }

    /** What a command prints that runs where the container's init does. */
    private static String inside(Domain domain, String command) {
        if (domain.status() instanceof DomainStatus.Running running) {
            return inside(Long.toString(running.initPid()), command);
        }
        throw new AssertionError(domain + " is " + domain.status());
    }

    private static String inside(String pid, String command) {
        return HostCommand.run(
                        "nsenter", "-t", pid, "-m", "-u", "-i", "-n", "-p", "--", "/bin/sh", "-c",
                        command)
                .strip();
    }

    /** The oldest configuration around, but for its interface and the devices of a desktop. */
    @Test
    void configurationOfTheFirstLxcStarts() {
        BusyboxRoot root = sandbox.busyboxRoot();
        String name = sandbox.name();
        NativeConversion conversion =
                convert(
                        """
                        lxc.utsname = %s
                        lxc.tty = 4
                        lxc.rootfs = %s
                        lxc.cgroup.devices.deny = a
                        # /dev/null and zero
                        lxc.cgroup.devices.allow = c 1:3 rwm
                        lxc.cgroup.devices.allow = c 1:5 rwm
                        # consoles
                        lxc.cgroup.devices.allow = c 5:1 rwm
                        lxc.cgroup.devices.allow = c 5:0 rwm
                        lxc.cgroup.devices.allow = c 4:0 rwm
                        lxc.cgroup.devices.allow = c 4:1 rwm
                        # /dev/pts/* - pts namespaces are "coming soon"
                        lxc.cgroup.devices.allow = c 136:* rwm
                        lxc.cgroup.devices.allow = c 5:2 rwm
                        """
                                .formatted(name, root.folder()),
                        sandbox.folder().resolve("qvdimg.conf"));
        assertEquals(List.of(), conversion.warnings());
        Domain domain = start(conversion);
        assertEquals(name, inside(domain, "hostname"));
        assertEquals("/dev/tty1\n/dev/tty2\n/dev/tty3\n/dev/tty4", inside(domain, "ls /dev/tty?"));
        assertEquals("lo", inside(domain, "ls /sys/class/net"));
    }

    @Test
    void whatIsConfiguredIsSeenInside() {
        BusyboxRoot root = sandbox.busyboxRoot();
        NativeConversion conversion =
                convert(
                        """
                        lxc.uts.name = %s
                        lxc.rootfs.path = dir:%s
                        lxc.init.cmd = /bin/sleep 1000
                        lxc.init.cwd = /tmp
                        lxc.init.uid = 1000
                        lxc.init.gid = 29
                        lxc.environment = GREETING=hello there
                        lxc.cap.keep = net_raw chown
                        lxc.net.0.type = empty
                        lxc.idmap = u 0 100000 65536
                        lxc.idmap = g 0 200000 65536
                        lxc.mount.entry = tmpfs out tmpfs size=64k 0 0
                        lxc.cgroup.memory.limit_in_bytes = 48M
                        """
                                .formatted(sandbox.name(), root.folder()),
                        sandbox.folder().resolve("web.conf"));
        assertEquals(List.of(), conversion.warnings());
        Domain domain = start(conversion);
        assertEquals(
                "/bin/sleep 1000", inside(domain, "tr '\\0' ' ' </proc/1/cmdline | sed 's/ $//'"));
        assertEquals("0 100000 65536", inside(domain, "xargs </proc/1/uid_map"));
        assertEquals("0 200000 65536", inside(domain, "xargs </proc/1/gid_map"));
        assertTrue(inside(domain, "grep CapBnd /proc/1/status").endsWith("0000000000002001"));
        assertEquals("64", inside(domain, "df -k /out | awk 'NR == 2 { print $2 }'"));
        assertEquals(48 * 1024, domain.info().maxMemory().toKibibytes());
    }

    @Test
    @Requires(Need.LXC)
    void containerOfTheBusyboxTemplateStarts() throws IOException {
        String name = sandbox.name();
        Path config = create(name);
        NativeConversion conversion = convert(Files.readString(config), config);
        assertFalse(conversion.warnings().isEmpty());
        Domain domain = start(conversion);
        assertEquals(name, inside(domain, "hostname"));
        assertTrue(inside(domain, "ls /dev/tty?").endsWith("/dev/tty5"));
        assertTrue(inside(domain, "grep ' /lib ' /proc/self/mountinfo").contains(" ro,"));
    }

    private Path create(String name) {
        HostCommand.run(
                "lxc-create",
                "-P",
                sandbox.folder().toString(),
                "-n",
                name,
                "-t",
                "busybox",
                "-f",
                "/dev/null");
        return sandbox.folder().resolve(name).resolve("config");
    }

    @Test
    @Requires(Need.LXC)
    void domainStartsInLxc() throws IOException {
        BusyboxRoot root = sandbox.busyboxRoot();
        String document =
                sandbox.document(root)
                        .init("/bin/sleep", "1000")
                        .memoryMib(96)
                        .features("<capabilities policy='deny'><kill/></capabilities>")
                        .xml();
        Domain domain = connection.defineDomain(DomainDocument.of(document));
        String text =
                connection
                        .domainXmlToNative(FORMAT, DomainDocument.of(domain.xml(XmlView.INACTIVE)))
                        .text();
        Path folder = Files.createDirectories(sandbox.folder().resolve("lxc"));
        Path config = Files.createDirectory(folder.resolve(domain.name())).resolve("config");
        Files.writeString(config, text);
        String[] which = {"-P", folder.toString(), "-n", domain.name()};
        lxc("lxc-start", which);
        try {
            String pid = lxc("lxc-info", which, "-p", "-H").strip();
            assertEquals(domain.name(), inside(pid, "hostname"));
            assertTrue(inside(pid, "grep CapBnd /proc/1/status").endsWith("0000000000000020"));
            assertEquals("lo", inside(pid, "ls /sys/class/net"));
        } finally {
            lxc("lxc-stop", which, "-k");
        }
    }

    private static String lxc(String program, String[] which, String... more) {
        return HostCommand.run(
                Stream.of(new String[] {program}, which, more)
                        .flatMap(Arrays::stream)
                        .toArray(String[]::new));
    }
}
