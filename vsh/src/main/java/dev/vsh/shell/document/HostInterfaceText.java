package dev.vsh.shell.document;

import dev.vsh.machine.HostInterface;
import dev.vsh.machine.HostLink;
import dev.vsh.machine.Machine;

import java.util.List;

/** An interface of the host as libvirt's {@code <interface>}. */
public final class HostInterfaceText {
    private final Machine machine;
    private final HostInterface device;

    public HostInterfaceText(Machine machine, HostInterface device) {
        this.machine = machine;
        this.device = device;
    }

    public String xml() {
        HostLink link = machine.link(device.name());
        StringBuilder text = new StringBuilder();
        begin(text, "", link.ports().isPresent() ? "bridge" : "ethernet", device);
        text.append("  <mtu size='").append(link.mtu()).append("'/>\n");
        link(text, link);
        link.ports().ifPresent(ports -> bridge(text, ports));
        return text + "</interface>";
    }

    private static void begin(
            StringBuilder text, String indent, String type, HostInterface device) {
        text.append(indent)
                .append("<interface type='%s' name='%s'>\n".formatted(type, device.name()));
        if (!device.mac().isEmpty()) {
            text.append(indent).append("  <mac address='").append(device.mac()).append("'/>\n");
        }
    }

    private static void link(StringBuilder text, HostLink link) {
        String speed = link.megabits().map(megabits -> " speed='" + megabits + "'").orElse("");
        text.append("  <link%s state='%s'/>\n".formatted(speed, link.state()));
    }

    private static void bridge(StringBuilder text, List<HostInterface> ports) {
        text.append("  <bridge>\n");
        for (HostInterface port : ports) {
            begin(text, "    ", "ethernet", port);
            text.append("    </interface>\n");
        }
        text.append("  </bridge>\n");
    }
}
