package dev.vsh.domain.xml;

import dev.vsh.schema.DiskXml;
import dev.vsh.schema.HostdevModeXml;
import dev.vsh.schema.HostdevSourceXml;
import dev.vsh.schema.HostdevXml;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Disks and devices of the host. */
final class DeviceChecks {
    private DeviceChecks() {}

    static void disks(ParsedDomain domain, Consumer<XmlProblem> problems) {
        Set<String> names = new HashSet<>();
        for (DiskXml disk : domain.disks()) {
            if (disk.getTarget().isEmpty()) {
                problems.accept(domain.problem(disk, "<disk> needs a <target>"));
            }
            disk.getTarget().stream()
                    .filter(target -> !names.add(target.getDev()))
                    .forEach(
                            target ->
                                    problems.accept(
                                            domain.problem(
                                                    target,
                                                    "there is another <disk> with the target '%s'"
                                                            .formatted(target.getDev()))));
        }
    }

    static void hostDevices(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (HostdevXml device : domain.hostDevices()) {
            boolean capability = device.getMode() == HostdevModeXml.CAPABILITIES;
            Optional<String> fault =
                    switch (device.getType()) {
                        case STORAGE, MISC, NET ->
                                capability ? missing(device) : wrongMode(device, "capabilities");
                        case USB ->
                                capability
                                        ? wrongMode(device, "subsystem")
                                        : UsbBinding.fault(device);
                        case PCI, SCSI, SCSI_HOST, MDEV ->
                                capability ? wrongMode(device, "subsystem") : Optional.empty();
                    };
            fault.ifPresent(message -> problems.accept(domain.problem(device, message)));
        }
    }

    private static Optional<String> wrongMode(HostdevXml device, String mode) {
        return Optional.of(
                "<hostdev> of type '%s' needs mode='%s'".formatted(device.getType().value(), mode));
    }

    private static Optional<String> missing(HostdevXml device) {
        Optional<HostdevSourceXml> source = Single.of(device.getSource());
        String child =
                switch (device.getType()) {
                    case STORAGE ->
                            source.map(xml -> xml.getBlock().isEmpty()).orElse(true) ? "block" : "";
                    case MISC ->
                            source.map(xml -> xml.getChar().isEmpty()).orElse(true) ? "char" : "";
                    case NET ->
                            source.map(xml -> xml.getInterface().isEmpty()).orElse(true)
                                    ? "interface"
                                    : "";
                    case USB, PCI, SCSI, SCSI_HOST, MDEV -> "";
                };
        return child.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "<hostdev> of type '%s' needs a <source> with <%s>"
                                .formatted(device.getType().value(), child));
    }
}
