package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.linux.Capability;
import dev.vsh.plan.RootPlan.Exchange;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What {@code /proc} says about the host. */
final class HostTest {
    @Test
    void permittedCapabilitiesAreReadFromTheStatus() {
        assertEquals(
                0x1ffffffffffL,
                Host.permitted(
                        List.of(
                                "Name:\tjava",
                                "CapInh:\t0000000000000000",
                                "CapPrm:\t000001ffffffffff",
                                "CapEff:\t0000000000000000")));
    }

    @Test
    void highestBitIsNoSign() {
        assertEquals(-1L, Host.permitted(List.of("CapPrm:\tffffffffffffffff")));
    }

    @Test
    void withoutALineNothingIsPermitted() {
        assertEquals(0, Host.permitted(List.of("Name:\tjava")));
    }

    /** A file below /proc/sys gives its content to the first read only. */
    @Test
    void allCapabilitiesOfThisKernelAreFound() {
        Host host = Host.read();
        assertEquals(host.permitted(), host.permitted() & host.all());
        assertEquals(0, host.all() & (host.all() + 1));
        assertTrue(host.all() > Capability.MAC_ADMIN.bit());
    }

    @Test
    void lastCapabilitySaysHowManyThereAre() {
        assertEquals(0x1ffffffffffL, Host.all("40\n"));
        assertEquals(1, Host.all("0\n"));
        assertEquals(-1L, Host.all("63\n"));
    }

    @Test
    void rootOnADiskIsPivotedAway() {
        assertEquals(
                new Exchange.Pivot(),
                Host.exchange(List.of("23 1 254:0 / / rw,relatime - ext4 /dev/root rw")));
    }

    @Test
    void initramfsIsLeftByChrootAndItsMountsInnermostFirst() {
        assertEquals(
                new Exchange.Chroot(List.of("/sys/fs/cgroup", "/sys", "/my disk", "/proc")),
                Host.exchange(
                        List.of(
                                "1 1 0:2 / / rw - rootfs none rw",
                                "20 1 0:20 / /proc rw - proc proc rw",
                                "21 1 8:1 / /my\\040disk rw - ext4 /dev/sda1 rw",
                                "22 1 0:21 / /sys rw - sysfs sysfs rw",
                                "23 22 0:22 / /sys/fs/cgroup rw - cgroup2 none rw")));
    }

    @Test
    void thisHostCanBeRead() {
        assertFalse(Host.read().architecture().isEmpty());
    }
}
