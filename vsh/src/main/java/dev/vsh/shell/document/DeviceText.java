package dev.vsh.shell.document;

import dev.vsh.machine.FirmwareSection;
import dev.vsh.machine.MachineDevice;

import java.util.List;

/** A device of the host as libvirt's {@code <device>}. */
public final class DeviceText {
    private final MachineDevice device;

    public DeviceText(MachineDevice device) {
        this.device = device;
    }

    public String xml() {
        return "<device>\n  <name>%s</name>\n".formatted(device.name())
                + (device.path().isEmpty()
                        ? ""
                        : "  <path>%s</path>\n".formatted(quoted(device.path())))
                + device.parent().map("  <parent>%s</parent>\n"::formatted).orElse("")
                + "  <capability type='%s'>\n".formatted(device.kind().word())
                + capability()
                + "  </capability>\n</device>\n";
    }

    private String capability() {
        return switch (device.kind()) {
            case MachineDevice.Net(String name, String mac, boolean up) ->
                    element("interface", name)
                            + element("address", mac)
                            + "    <link state='%s'/>\n".formatted(up ? "up" : "down");
            case MachineDevice.Usb usb ->
                    element("bus", "" + usb.bus())
                            + element("device", "" + usb.number())
                            + named("product", usb.productId(), usb.product())
                            + named("vendor", usb.vendorId(), usb.vendor());
            case MachineDevice.Whole(List<FirmwareSection> firmware) ->
                    section(
                                    firmware,
                                    "system",
                                    "hardware",
                                    List.of("vendor", "version", "serial", "uuid"))
                            + section(
                                    firmware,
                                    "bios",
                                    "firmware",
                                    List.of("vendor", "version", "release_date"));
            case MachineDevice.Storage(String node, var size) ->
                    element("block", node)
                            + element("drive_type", "disk")
                            + element("size", "" + size.bytes());
        };
    }

    private static String section(
            List<FirmwareSection> firmware, String of, String name, List<String> elements) {
        StringBuilder text = new StringBuilder();
        firmware.stream()
                .filter(section -> section.name().equals(of))
                .flatMap(section -> section.entries().stream())
                .filter(entry -> elements.contains(word(entry)))
                .forEach(
                        entry ->
                                text.append(
                                        "      <%s>%s</%s>\n"
                                                .formatted(
                                                        word(entry),
                                                        quoted(entry.value()),
                                                        word(entry))));
        return text.isEmpty() ? "" : "    <%s>\n%s    </%s>\n".formatted(name, text, name);
    }

    /** {@code sysinfo} has other words for some of them. */
    private static String word(FirmwareSection.Entry entry) {
        return switch (entry.name()) {
            case "manufacturer" -> "vendor";
            case "date" -> "release_date";
            default -> entry.name();
        };
    }

    private static String element(String name, String text) {
        return "    <%s>%s</%s>\n".formatted(name, quoted(text), name);
    }

    private static String named(String name, String id, String text) {
        return "    <%s id='0x%s'>%s</%s>\n".formatted(name, id, quoted(text), name);
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
