package dev.vsh.domain.xml;

import dev.vsh.schema.ConsoleXml;
import dev.vsh.schema.DevicesXml;
import dev.vsh.schema.DiskXml;
import dev.vsh.schema.DomainXml;
import dev.vsh.schema.FilesystemXml;
import dev.vsh.schema.HostdevXml;
import dev.vsh.schema.InterfaceXml;

import java.util.List;
import java.util.function.Function;

/** The beans of a domain, and where each of them stands. */
record ParsedDomain(DomainXml xml, Places places) {
    ParsedDomain(Parsed<DomainXml> parsed) {
        this(parsed.xml(), parsed.places());
    }

    List<FilesystemXml> filesystems() {
        return devices(DevicesXml::getFilesystem);
    }

    List<InterfaceXml> interfaces() {
        return devices(DevicesXml::getInterface);
    }

    List<ConsoleXml> consoles() {
        return devices(DevicesXml::getConsole);
    }

    List<DiskXml> disks() {
        return devices(DevicesXml::getDisk);
    }

    List<HostdevXml> hostDevices() {
        return devices(DevicesXml::getHostdev);
    }

    /** A problem of the domain as a whole. */
    XmlProblem problem(String message) {
        return places.problem(xml, message);
    }

    XmlProblem problem(Object bean, String message) {
        return places.problem(bean, message);
    }

    /** What the document calls the bean's element. */
    String name(Object bean) {
        return places.name(bean);
    }

    private <T> List<T> devices(Function<DevicesXml, List<T>> kind) {
        return Single.of(xml.getDevices()).map(kind).orElse(List.of());
    }
}
