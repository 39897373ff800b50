package dev.vsh.shell.document;

import dev.vsh.machine.MachineDevice;

/** A device of the host as libvirt's {@code <device>}. */
public final class DeviceText {
    private final MachineDevice device;

    public DeviceText(MachineDevice device) {
        this.device = device;
    }

    public String xml() {
        return "<device>\n  <name>%s</name>\n  <path>%s</path>\n  <parent>computer</parent>\n"
                        .formatted(device.name(), quoted(device.path()))
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
            case MachineDevice.Storage(String node, var size) ->
                    element("block", node)
                            + element("drive_type", "disk")
                            + element("size", "" + size.bytes());
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
