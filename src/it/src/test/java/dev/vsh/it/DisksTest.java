package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Images that the container has as block devices, mounted or not. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.LOOP_DEVICES})
final class DisksTest {
    private static final int SECTORS = 8;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    private Path image(String name, String text) throws IOException {
        Path image = sandbox.folder().resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(SECTORS * 512L);
            file.writeBytes(text);
        }
        return image;
    }

    private static String disk(Path image, String target, String more) {
        return "<disk type='file' device='disk'><source file='%s'/><target dev='%s'/>%s</disk>"
                .formatted(image, target, more);
    }

    /** What it writes the kernel may keep back for as long as somebody has the device open. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void imageIsABlockDeviceThatCanBeWritten(boolean mapped) throws IOException {
        Path image = image("x.img", "hello");
        probe.document().devices(disk(image, "vda", "<driver name='loop' type='raw'/>"));
        if (mapped) {
            probe.document().idMap(300_000, 5000);
        }
        assertEquals(
                "block special file 700 0:0 7\nhello\n" + SECTORS * 512,
                probe.run(
                        "stat -c '%F %a %u:%g %t' /dev/vda; head -c 5 /dev/vda; echo; wc -c"
                                + " </dev/vda; printf world | dd of=/dev/vda conv=notrunc"
                                + " 2>/dev/null"));
        assertTrue(Files.readString(image).startsWith("world"));
    }

    /** One has a number that the other's rule does not let through, and so with what the host has besides. */
    @Test
    void eachDiskIsItsOwnAndNoOther() throws IOException {
        probe.document()
                .devices(disk(image("a.img", "first"), "vda", ""))
                .devices(disk(image("b.img", "second"), "vdb", "<readonly/>"))
                .devices(disk(image("c.img", "third"), "vdc", ""))
                .devices(disk(image("d.img", "fourth"), "vdd", ""))
                .features("<capabilities policy='default'><mknod state='on'/></capabilities>");
        String answer =
                probe.run(
                        "for disk in a b c d; do head -c 6 /dev/vd$disk; done; echo; (exec"
                                + " 3>/dev/vdb); mknod /dev/other b 7 900; (exec 3</dev/other)");
        String[] lines = answer.replace("\0", "").split("\n", 3);
        assertEquals("firstsecondthirdfourth", lines[0]);
        assertTrue(lines[1].endsWith("Operation not permitted"), answer);
        assertTrue(lines[2].contains("Operation not permitted"), answer);
    }

    @Test
    void rebootHasTheSameDisk() throws IOException {
        probe.document().devices(disk(image("x.img", "0"), "vda", ""));
        assertEquals(
                "0\n1",
                probe.run(
                        "exec >>/out/again; head -c 1 /dev/vda; echo; [ -f /again ] && cat"
                                + " /out/again >/out/probe && exit; touch /again; printf 1 | dd"
                                + " of=/dev/vda conv=notrunc 2>/dev/null; reboot -f -n"));
    }

    private ContainerDocument sleeper(Path image) {
        return sandbox.document()
                .root(probe.root().folder().toString())
                .init("/bin/sleep", "1000")
                .devices(disk(image, "vda", ""));
    }

    @Test
    void secondWriterIsRefusedAndHearsOfTheFirst() throws IOException {
        Path image = image("x.img", "");
        try (Connection connection = sandbox.connect()) {
            Domain first = connection.createDomain(sleeper(image).document());
            String message =
                    assertThrows(
                                    DriverException.class,
                                    () -> connection.createDomain(sleeper(image).document()))
                            .getMessage();
            assertTrue(message.contains("image '" + image + "' of disk 'vda' is in use"), message);
            assertTrue(message.contains("domain '" + first.name() + "' has it"), message);
            first.destroy();
            connection.createDomain(sleeper(image).document());
        }
    }

    @Test
    void killedHelperLeavesNoLoopDevice() throws IOException {
        Path image = image("x.img", "");
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(sleeper(image).document());
            ProcessHandle.of(domain.id().orElseThrow()).orElseThrow().destroyForcibly();
            Await.until(
                    "the loop device to be gone",
                    sandbox::leftovers,
                    found -> found.stream().noneMatch(each -> each.startsWith("loop device")));
            assertTrue(connection.createDomain(sleeper(image).document()).isActive());
        }
    }

    /** A container may tell the kernel to keep its loop device when nobody has it open any more. */
    @Test
    void loopDeviceThatWasToldToStayIsFoundByItsImage() throws IOException {
        Path image = image("x.img", "hello");
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(sleeper(image).document());
            domain.start();
            keep(loopDevice(image));
            ProcessHandle.of(domain.id().orElseThrow()).orElseThrow().destroyForcibly();
            Await.until("the end to be known", () -> !domain.isActive());
            Await.until("the image to be free", () -> loopDevices(image).isEmpty());
            domain.start();
        }
    }

    private static Path loopDevice(Path image) {
        return Path.of("/dev").resolve(loopDevices(image).getFirst().getFileName());
    }

    private static List<Path> loopDevices(Path image) {
        try (Stream<Path> devices = Files.list(Path.of("/sys/block"))) {
            return devices.filter(device -> isOn(device, image)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOn(Path device, Path image) {
        try {
            return Files.readString(device.resolve("loop/backing_file"))
                    .strip()
                    .equals(image.toString());
        } catch (IOException _) {
            return false;
        }
    }

    /** Takes LO_FLAGS_AUTOCLEAR away, as whoever may write to the device can. */
    private static void keep(Path device) {
        var syscalls = new Syscalls();
        var info = new NativeMemory(232);
        try (Fd descriptor = syscalls.open(device.toString(), OpenFlags.O_RDWR)) {
            assertEquals(
                    0,
                    syscalls.attempt(
                            SystemCall.IOCTL,
                            descriptor.number(),
                            DeviceFlags.LOOP_GET_STATUS64.value(),
                            info.address()));
            info.putInt(52, info.getInt(52) & ~4);
            assertEquals(
                    0,
                    syscalls.attempt(
                            SystemCall.IOCTL, descriptor.number(), 0x4C04, info.address()));
        } finally {
            Reference.reachabilityFence(info);
        }
    }
}
