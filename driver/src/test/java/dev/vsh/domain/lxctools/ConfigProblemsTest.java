package dev.vsh.domain.lxctools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.xml.InvalidDocumentException;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a configuration is said with file and line, all of it at once. */
final class ConfigProblemsTest {
    private final Conversion conversion = new Conversion();

    @TempDir private Path folder;

    private record Line(String text, String problem) {}

    @TestFactory
    Stream<DynamicTest> valueIsRefusedWhereItStands() {
        return Stream.of(
                        new Line("lxc.tty.max", "expected KEY = VALUE"),
                        new Line(
                                "lxc.tty.max = many",
                                "lxc.tty.max: 'many' is not a number from 0 to 63"),
                        new Line(
                                "lxc.arch = pdp11",
                                "lxc.arch: 'pdp11' is no architecture that LXC knows"),
                        new Line(
                                "lxc.init.cmd = init",
                                "lxc.init.cmd: 'init' does not begin with an absolute path"),
                        new Line(
                                "lxc.init_uid = root",
                                "lxc.init_uid: 'root' is not a number from 0 to 4294967294"),
                        new Line(
                                "lxc.environment = 1=2",
                                "lxc.environment: '1' is not the name of a variable"),
                        new Line(
                                "lxc.rootfs.path = overlay:/a:/b",
                                "lxc.rootfs.path: a root of kind 'overlay:' is not supported: mount"
                                        + " it on a folder, and name that"),
                        new Line(
                                "lxc.rootfs = nbd:/x.qcow2",
                                "lxc.rootfs: a root of kind 'nbd:' is not supported: mount it on a"
                                        + " folder, and name that"),
                        new Line(
                                "lxc.rootfs.path = ftp:/x",
                                "lxc.rootfs.path: 'ftp:' is no kind of root that LXC knows"),
                        new Line(
                                "lxc.rootfs.path = dir:rootfs",
                                "lxc.rootfs.path: 'rootfs' is not an absolute path"),
                        new Line(
                                "lxc.mount.entry = proc proc",
                                "lxc.mount.entry: 'proc proc' is not a source, a target and a"
                                        + " type"),
                        new Line(
                                "lxc.mount.entry = /a ../b none bind",
                                "lxc.mount.entry: '../b' is no target of a mount"),
                        new Line(
                                "lxc.mount.fstab = nosuch",
                                "lxc.mount.fstab: cannot read 'nosuch': No such file or directory"),
                        new Line(
                                "lxc.include = nosuch",
                                "lxc.include: cannot read 'nosuch': No such file or directory"),
                        new Line(
                                "lxc.include = /dev/zero",
                                "lxc.include: cannot read '/dev/zero': it is no regular file"),
                        new Line(
                                "lxc.idmap = b 0 100000 65536",
                                "lxc.idmap: 'b 0 100000 65536' is not u or g, first id in the"
                                        + " container, first id on the host, and count"),
                        new Line(
                                "lxc.idmap = u 0 100000 65536",
                                "lxc.idmap: uids and gids must both be mapped"),
                        new Line(
                                "lxc.cap.drop = sys_modul",
                                "lxc.cap.drop: 'sys_modul' is not the name of a capability"),
                        new Line(
                                "lxc.cap.drop = none",
                                "lxc.cap.drop: 'none' is not the name of a capability"),
                        new Line(
                                "lxc.net.3.link = br0",
                                "lxc.net.3.link: the interface has no type"),
                        new Line(
                                "lxc.net.0.type = token-ring",
                                "lxc.net.0.type: 'token-ring' is no type of interface that LXC"
                                        + " knows"),
                        new Line(
                                "lxc.network.type = macvlan",
                                "lxc.network.type: a macvlan needs the host's interface: set link"),
                        new Line(
                                "lxc.net.0.type = phys",
                                "lxc.net.0.type: an interface of this type needs the host's: set"
                                        + " link"),
                        new Line(
                                "lxc.cgroup.memory.limit_in_bytes = lots",
                                "lxc.cgroup.memory.limit_in_bytes: 'lots' is not a number of bytes,"
                                        + " with K, M or G after it"),
                        new Line(
                                "lxc.cgroup2.memory.max = 0",
                                "lxc.cgroup2.memory.max: nothing runs without memory"),
                        new Line(
                                "lxc.cgroup2.cpu.max = 10 100000",
                                "lxc.cgroup2.cpu.max: '10' is not a number from 1000 to"
                                        + " 17592186044415"),
                        new Line(
                                "lxc.cgroup.cpuset.cpus = 0-",
                                "lxc.cgroup.cpuset.cpus: '0-' is not a list of numbers and ranges,"
                                        + " as 0-3,5"),
                        new Line(
                                "lxc.cgroup2.io.max = sda rbps=1",
                                "lxc.cgroup2.io.max: 'sda rbps=1' is not MAJOR:MINOR and limits, as"
                                        + " rbps=1048576"),
                        new Line(
                                "lxc.cgroup.devices.allow = /dev/fuse",
                                "lxc.cgroup.devices.allow: '/dev/fuse' is no rule, as c 1:3 rwm"))
                .map(
                        line ->
                                DynamicTest.dynamicTest(
                                        line.text(),
                                        () ->
                                                assertEquals(
                                                        List.of("web.conf:3: " + line.problem()),
                                                        problems(
                                                                "lxc.uts.name = web\n\n"
                                                                        + line.text()))));
    }

    private List<String> problems(String text) {
        return assertThrows(InvalidConfigException.class, () -> conversion.read(text)).problems();
    }

    @Test
    void everyProblemIsNamed() {
        assertEquals(
                List.of(
                        "web.conf: there is no lxc.uts.name to name the domain after",
                        "web.conf:1: lxc.tty.max: 'x' is not a number from 0 to 63",
                        "web.conf:2: lxc.cap.keep: there is lxc.cap.drop as well, and LXC takes one"
                                + " of the two"),
                problems("lxc.tty.max = x\nlxc.cap.keep = chown\nlxc.cap.drop = mknod\n"));
    }

    @Test
    void includeThatComesRoundIsSeen() throws IOException {
        write("web.conf", "lxc.uts.name = web\nlxc.include = one.conf\n");
        write("one.conf", "lxc.include = two.conf\n");
        write("two.conf", "# back\nlxc.include = web.conf\n");
        InvalidConfigException e =
                assertThrows(
                        InvalidConfigException.class,
                        () -> conversion.read(folder.resolve("web.conf")));
        assertEquals(List.of("two.conf:2: lxc.include: 'web.conf' includes itself"), e.problems());
    }

    @Test
    void includesHaveABottom() throws IOException {
        for (int i = 0; i < 40; i++) {
            write(i + ".conf", "lxc.include = " + (i + 1) + ".conf\n");
        }
        write("40.conf", "lxc.uts.name = web\n");
        InvalidConfigException e =
                assertThrows(
                        InvalidConfigException.class,
                        () -> conversion.read(folder.resolve("0.conf")));
        assertTrue(
                e.problems()
                        .contains(
                                "16.conf:1: lxc.include: '17.conf' is included more than 16 levels"
                                        + " deep"),
                e.getMessage());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Whatever it is fed, it answers with a definition that has a document, or with problems. */
    @Test
    void nonsenseIsAnswered() {
        Random random = new Random(20_241_122);
        List<String> values =
                List.of(
                        "",
                        "0",
                        "-1",
                        "max",
                        "a b c d",
                        "/x",
                        "8:0 1",
                        "\"",
                        "'",
                        "=",
                        "u 0 1 2",
                        "99999999999999999999",
                        "none",
                        "veth",
                        "/dev/x y auto size=9%",
                        "é\u0007",
                        "1.2.3.4/33",
                        "::/0",
                        "xx:xx:xx:xx:xx:xx",
                        "\ud800",
                        "<&>]]>");
        List<String> keys = KeyTable.all().map(key -> key.name().replace(".N.", ".0.")).toList();
        for (int i = 0; i < 1000; i++) {
            String text =
                    random.ints(8, 0, keys.size())
                            .mapToObj(
                                    key ->
                                            keys.get(key)
                                                    + " = "
                                                    + values.get(random.nextInt(values.size())))
                            .collect(Collectors.joining("\n", "lxc.uts.name = web\n", "\n"));
            answer(text);
        }
    }

    private void answer(String text) {
        try {
            ImportedDomain imported = conversion.read(text);
            conversion.write(imported.definition());
            conversion.xml(imported.definition());
        } catch (InvalidConfigException e) {
            assertTrue(e.problems().stream().allMatch(line -> line.startsWith("web.conf")));
        } catch (InvalidDocumentException e) {
            assertEquals(InvalidDocumentException.Stage.SEMANTIC, e.stage(), e.getMessage());
        }
    }
}
