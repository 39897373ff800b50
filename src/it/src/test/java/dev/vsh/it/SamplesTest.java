package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Transcript;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every valid sample starts, on a host that has what it asks for, and shows inside what its comment says. */
@Order(2)
@Requires({Need.ROOT, Need.BUSYBOX, Need.VIRTUAL_NETWORKS, Need.LOOP_DEVICES, Need.USER_NAMESPACES})
final class SamplesTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private HostNetwork host;
    private ThreadVsh vsh;

    /** A sample, what to type at its shell, and what is to be seen then, each on its own. */
    private enum Look {
        SHELL("echo $(cat /proc/1/comm), $(ls /sys/class/net)", "sh, lo"),
        CONFINED(
                "grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/self/status; unshare -u true",
                "CapEff:\t00000000000000c1",
                "NoNewPrivs:\t1",
                "Seccomp:\t2",
                "Operation not permitted"),
        DEVICES("ls -l /dev/net/tun /dev/tty3; echo zone $TZ", "10, 200", "tty3", "zone CET-1CEST"),
        DISK_IMAGE(
                "cat /sys/class/block/loop*/loop/backing_file; stat -c %F /dev/vda"
                        + "; echo x >/dev/vda && echo written; echo x >/dev/vdb",
                "block special file", "written", "not permitted"),
        IMAGE_ROOT(
                "cat /proc/self/uid_map; df -k /tmp; echo I am $(id -u)",
                "100000      65536",
                "16384",
                "I am 0"),
        INTERFACES(
                "ip -o addr; cat /sys/class/net/host0/mtu",
                "192.0.2.2/24",
                "fd00:192::2/64",
                "198.51.100.7/24",
                "1400"),
        LIMITS("echo $(nproc) cpu; grep MemTotal /proc/meminfo", "1 cpu", "65536 kB"),
        SHARED_NETWORK("hostname; ls /sys/class/net", "the-other", "lo"),
        AUTOSTART("ls /run", "ready"),
        APP_CONTAINER("ls /sys/class/net; grep MemTotal /proc/meminfo", "eth0", "500000 kB"),
        SYSTEM_CONTAINER("ls /sys/class/net; grep MemTotal /proc/meminfo", "eth0", "32768 kB"),
        BUSYBOX("echo $(cat /proc/1/comm), $(ls /sys/class/net)", "init, lo");

        private final String commands;
        private final List<String> seen;

        Look(String commands, String... seen) {
            this.commands = commands;
            this.seen = List.of(seen);
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xml";
        }
    }

    @BeforeEach
    void makeHost() {
        host = sandbox.hostNetwork();
        host.addPair("eno1", "far1");
        host.addPair("eno2", "far2");
        host.addBridge("br0");
        vsh = host.vsh(sandbox.vsh());
    }

    @Test
    void noSampleIsForgotten() {
        File[] samples =
                Checkout.sample("")
                        .toFile()
                        .listFiles(
                                (_, name) -> name.endsWith(".xml") && !name.contains("-invalid"));
        assertEquals(
                Stream.of(Look.values()).map(Look::file).sorted().toList(),
                Arrays.stream(samples).map(File::getName).sorted().toList());
    }

    @ParameterizedTest
    @EnumSource
    void sampleIsAsItSays(Look look) throws IOException {
        String name = sandbox.name();
        vsh.run("create", document(look, name).toString()).requireSuccess();
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.lookupDomainByName(name);
            try (Transcript console = Transcript.of(domain)) {
                // A console that asks for it is opened by a first Enter.
                console.type("\n" + look.commands + "; echo that is $((40 + 2))\n");
                console.awaitText("that is 42");
                look.seen.forEach(part -> assertTrue(console.text().contains(part), console::text));
            }
            vsh.run("destroy", name).requireSuccess();
            // The network that is there out of the box comes into being when a container asks for
            // it.
            if (look == Look.APP_CONTAINER || look == Look.SYSTEM_CONTAINER) {
                vsh.run("net-destroy default; net-undefine default").requireSuccess();
            }
        }
    }

    private Path document(Look look, String name) throws IOException {
        String text =
                Files.readString(Checkout.sample(look.file()))
                        .replaceFirst("<name>.*</name>", "<name>" + name + "</name>");
        Path file = sandbox.folder().resolve(look.file());
        Files.writeString(file, prepare(look, text));
        return file;
    }

    /** Makes what the sample's comment tells the reader to make. */
    private String prepare(Look look, String text) throws IOException {
        return switch (look) {
            case DISK_IMAGE ->
                    text.replace("/opt/vm-1-data.img", image("data").toString())
                            .replace("/opt/vm-1-seed.img", image("seed").toString());
            case IMAGE_ROOT ->
                    text.replace(
                            "/opt/vm-1.img",
                            DiskImage.EXT4.make(sandbox.folder(), root().folder()).toString());
            case SHARED_NETWORK -> text.replace("'app'", "'" + other() + "'");
            case SYSTEM_CONTAINER -> text.replace("/opt/vm-1-root", root().folder().toString());
            case BUSYBOX -> text.replace("/srv/containers/busybox", root().folder().toString());
            case SHELL, CONFINED, DEVICES, INTERFACES, LIMITS, AUTOSTART, APP_CONTAINER -> text;
        };
    }

    private Path image(String name) throws IOException {
        Path image = sandbox.folder().resolve(name + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        return image;
    }

    private BusyboxRoot root() {
        BusyboxRoot root = sandbox.busyboxRoot();
        root.script("/init", "exec /bin/sh");
        root.write(
                "/etc/inittab",
                "::sysinit:/bin/hostname\nconsole::respawn:/bin/sh\ntty2::askfirst:/bin/sh\n");
        return root;
    }

    /** A container whose network and host name can be shared. */
    private String other() throws IOException {
        var document =
                sandbox.document(sandbox.busyboxRoot())
                        .init("/bin/sh", "-c", "hostname the-other; exec sleep 1000");
        Path file = sandbox.folder().resolve("other.xml");
        Files.writeString(file, document.xml());
        vsh.run("create", file.toString()).requireSuccess();
        return document.name();
    }
}
