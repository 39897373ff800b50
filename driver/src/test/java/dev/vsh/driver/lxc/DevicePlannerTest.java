package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.plan.DevicePlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Nodes of the host that every machine has, and a USB bus in a folder. */
final class DevicePlannerTest {
    private static final Definitions DEFINITIONS = new Definitions();

    @TempDir private Path bus;
    @TempDir private Path parameters;

    private List<DevicePlan> plan(String elements, String devices) {
        return new DevicePlanner(new UsbBus(bus), new LoopImages(parameters))
                .plan(DEFINITIONS.with(elements, devices));
    }

    private static String misc(String path) {
        return "<hostdev mode='capabilities' type='misc'><source><char>%s</char></source></hostdev>"
                .formatted(path);
    }

    private static String usb(String source) {
        return "<hostdev mode='subsystem' type='usb'>%s</hostdev>".formatted(source);
    }

    private void plug(String name, String vendor, String product, int number) throws IOException {
        Path folder = Files.createDirectory(bus.resolve(name));
        Files.writeString(folder.resolve("idVendor"), vendor + "\n");
        Files.writeString(folder.resolve("idProduct"), product + "\n");
        Files.writeString(folder.resolve("busnum"), "1\n");
        Files.writeString(folder.resolve("devnum"), number + "\n");
    }

    private String refusal(String devices) {
        return assertThrows(DriverException.class, () -> plan("", devices)).details().getFirst();
    }

    @Test
    void nodeIsAtItsPathWithoutTheFirstPart(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
        String below = link.toString().replaceFirst("^/[^/]*/", "");
        assertEquals(
                List.of(new DevicePlan(below, false, 1, 5, "rwm")),
                plan("", misc(link.toString())));
    }

    @Test
    void missingNodeIsToldWithItsPath() {
        assertEquals(
                "'/dev/no-such' of <hostdev> does not exist on this host",
                refusal(misc("/dev/no-such")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <hostdev mode='capabilities' type='storage'><source><block>/dev/null</block></source></hostdev> | /dev/null
                    <disk type='block'><source dev='/dev/null'/><target dev='vda'/></disk> | /dev/null
                    """)
    void nodeOfTheOtherKindIsRefused(String device, String path) {
        String refusal = refusal(device);
        assertTrue(refusal.startsWith("'" + path + "' of"), refusal);
        assertTrue(refusal.endsWith("is a character device, not a block device"), refusal);
    }

    @Test
    void whatIsNoDeviceIsRefused() {
        assertTrue(refusal(misc("/dev/pts")).endsWith("is no device, not a character device"));
    }

    @ParameterizedTest
    @CsvSource({"/dev/null", "/dev/full"})
    void nodeThatIsThereAnywayIsRefused(String path) {
        assertEquals("the container has another '" + path + "' already", refusal(misc(path)));
    }

    @ParameterizedTest
    @CsvSource({"/null", "/dev/../dev/null"})
    void pathThatIsNoneOfADeviceIsRefused(String path) {
        assertThrows(DriverException.class, () -> plan("", misc(path)));
    }

    private static String fileDisk(Path image, String more) {
        return "<disk type='file'><source file='%s'/><target dev='vda'/>%s</disk>"
                .formatted(image, more);
    }

    @Test
    void imageIsABlockDeviceOfItsTarget() throws IOException {
        Path image = Files.createFile(bus.resolve("x.img"));
        assertEquals(
                List.of(
                        new DevicePlan(
                                "vda", new DevicePlan.Device.Image(image.toString(), true), "rm")),
                plan("", fileDisk(image, "<readonly/>")));
    }

    @Test
    void imageThatIsNoFileIsRefused() {
        assertEquals(
                "image '%s' of <disk> 'vda' is not a file".formatted(bus),
                refusal(fileDisk(bus, "")));
        Path missing = bus.resolve("missing");
        assertEquals(
                "image '%s' of <disk> 'vda' does not exist".formatted(missing),
                refusal(fileDisk(missing, "")));
    }

    @Test
    void loopDevicesWithPartitionsAreRefused() throws IOException {
        Files.writeString(parameters.resolve("max_part"), "15\n");
        Path image = Files.createFile(bus.resolve("x.img"));
        assertEquals(
                "<disk> 'vda' of type 'file' cannot be: loop devices have room for partitions"
                        + " here; start the kernel without loop.max_part",
                refusal(fileDisk(image, "")));
    }

    @Test
    void usbDeviceIsFoundByWhatItIs() throws IOException {
        plug("1-1", "0951", "1625", 2);
        plug("1-2", "0951", "1626", 3);
        Files.createDirectory(bus.resolve("1-1:1.0"));
        String missing = "'/dev/bus/usb/001/003' of <hostdev> does not exist on this host";
        assertEquals(
                missing,
                refusal(usb("<source><vendor id='0x0951'/><product id='0x1626'/></source>")));
        assertEquals(missing, refusal(usb("<source><address bus='001' device='3'/></source>")));
    }

    @Test
    void usbDeviceThatIsThereTwiceHasToBeSaid() throws IOException {
        plug("1-1", "0951", "1625", 2);
        plug("1-2", "0951", "1625", 3);
        assertEquals(
                "there are 2 USB devices 0951:1625: say which by <address bus='…' device='…'/>",
                refusal(usb("<source><vendor id='0x0951'/><product id='0x1625'/></source>")));
    }

    @Test
    void usbDeviceThatIsNotPluggedInIsToldUnlessItMayBeMissing() {
        String id = "<vendor id='0x0951'/><product id='0x1625'/></source>";
        assertTrue(refusal(usb("<source>" + id)).startsWith("USB device 0951:1625 is not plugged"));
        assertEquals(List.of(), plan("", usb("<source startupPolicy='optional'>" + id)));
    }

    @Test
    void timerThatIsNotPresentGetsNoNode() {
        assertEquals(
                List.of(),
                plan(
                        "<clock offset='utc'><timer name='rtc' present='no'/><timer"
                                + " name='hpet'/></clock>",
                        ""));
    }
}
