package dev.vsh.domain.xml;

import dev.vsh.domain.Device;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.InvalidDocumentException.Stage;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads documents that are one element of {@code <devices>}, by the same rules as those of whole domains. Safe for use
 * by several threads.
 */
public final class DeviceXmlReader {
    private static final Excerpt DOMAIN =
            new Excerpt(
                    "<domain type='lxc'><name>of-a-device</name><memory>1024</memory>"
                            + "<os><type>exe</type><init>/</init></os><devices>",
                    "</devices></domain>");

    private final DomainGrammar grammar;

    public DeviceXmlReader(DomainGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * @throws InvalidDocumentException with every problem of the document
     */
    public ParsedDevice read(String text, String origin, boolean validate) {
        List<String> made = new ArrayList<>();
        Defaults host = HostDefaults.create();
        Defaults counting =
                new Defaults(
                        host.uuids(),
                        () -> {
                            made.add(host.macs().get());
                            return made.getLast();
                        },
                        host.architecture());
        Device device = onlyDevice(domain(text, origin, validate, counting), origin);
        return new ParsedDevice(device, made.isEmpty());
    }

    private DomainDefinition domain(
            String text, String origin, boolean validate, Defaults defaults) {
        try {
            return new DomainXmlReader(grammar, defaults)
                    .read(DOMAIN.around(text), origin, validate);
        } catch (InvalidDocumentException e) {
            throw DOMAIN.asWritten(e);
        }
    }

    private static Device onlyDevice(DomainDefinition domain, String origin) {
        Devices devices = domain.devices();
        List<Device> all = new ArrayList<>();
        all.addAll(devices.filesystems());
        all.addAll(devices.interfaces());
        all.addAll(devices.consoles());
        all.addAll(devices.disks());
        all.addAll(devices.hostDevices());
        // A disk or a host device, too, has parts that are kept so.
        domain.unsupported().stream()
                .filter(element -> element.path().matches("devices/[^/]+"))
                .map(Device.Other::new)
                .forEach(all::add);
        if (all.size() != 1) {
            throw new InvalidDocumentException(
                    origin,
                    Stage.SEMANTIC,
                    List.of(
                            new XmlProblem(
                                    1,
                                    1,
                                    "one device is expected, such as <interface>, and there are "
                                            + all.size())));
        }
        return all.getFirst();
    }
}
