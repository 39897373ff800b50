package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.DomainXmlReader;

/** Definitions as users write them. */
final class Definitions {
    private static final String UUID = "c7a5fdbd-edaf-9455-926a-d65c16db1809";

    private final DomainXmlReader reader = DomainXmlReader.create();

    DomainDefinition read(String document) {
        return reader.read(document, "test", true);
    }

    /** What every start needs, with more elements of {@code <domain>} and of {@code <devices>}. */
    DomainDefinition with(String elements, String devices) {
        return read(
                """
                <domain type='lxc' xmlns:lxc='http://libvirt.org/schemas/domain/lxc/1.0'>
                  <name>web</name>
                  <uuid>%s</uuid>
                  <memory unit='MiB'>500</memory>
                  <os><type>exe</type><init>/bin/sh</init></os>
                  %s
                  <devices><console type='pty'/>%s</devices>
                </domain>
                """
                        .formatted(UUID, elements, devices));
    }
}
