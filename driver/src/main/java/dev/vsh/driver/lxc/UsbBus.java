package dev.vsh.driver.lxc;

import dev.vsh.domain.HostDevice.Usb;
import dev.vsh.domain.HostDevice.UsbAddress;
import dev.vsh.domain.HostDevice.UsbId;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The USB devices that are plugged in.
 *
 * @param devices {@code /sys/bus/usb/devices}
 */
record UsbBus(Path devices) {
    private record Plugged(UsbId id, UsbAddress address) {}

    /**
     * @return nothing when the device is missing and may be
     * @throws DriverException OPERATION_FAILED when it is missing and may not be, or when several are meant
     */
    Optional<UsbAddress> find(Usb wanted) {
        List<Plugged> found =
                all().stream()
                        .filter(each -> wanted.id().map(each.id()::equals).orElse(true))
                        .filter(each -> wanted.address().map(each.address()::equals).orElse(true))
                        .toList();
        if (found.size() > 1) {
            throw failed(
                    "there are "
                            + found.size()
                            + " USB devices "
                            + text(wanted)
                            + ": say which by <address bus='…' device='…'/>");
        }
        if (found.isEmpty() && !wanted.optional()) {
            throw failed(
                    "USB device "
                            + text(wanted)
                            + " is not plugged in: plug it in, or let it be missing by"
                            + " <source startupPolicy='optional'>");
        }
        return found.stream().map(Plugged::address).findFirst();
    }

    private List<Plugged> all() {
        if (!Files.isDirectory(devices)) {
            return List.of();
        }
        try (var folders = Files.newDirectoryStream(devices)) {
            List<Plugged> all = new ArrayList<>();
            for (Path folder : folders) {
                plugged(folder).ifPresent(all::add);
            }
            return all;
        } catch (IOException e) {
            throw failed("cannot look for USB devices: " + e.getMessage());
        }
    }

    /** Interfaces of devices are listed, too, and have no numbers; and whatever is pulled out now has none any more. */
    private static Optional<Plugged> plugged(Path folder) {
        try {
            return Optional.of(
                    new Plugged(
                            new UsbId(
                                    number(folder, "idVendor", 16),
                                    number(folder, "idProduct", 16)),
                            new UsbAddress(
                                    number(folder, "busnum", 10), number(folder, "devnum", 10))));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static int number(Path folder, String file, int radix) throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve(file)).strip(), radix);
    }

    private static String text(Usb wanted) {
        String id =
                wanted.id()
                        .map(each -> "%04x:%04x".formatted(each.vendor(), each.product()))
                        .orElse("");
        String address =
                wanted.address()
                        .map(each -> "%03d/%03d".formatted(each.bus(), each.device()))
                        .orElse("");
        return (id + " " + address).strip();
    }

    private static DriverException failed(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, reason);
    }
}
