package dev.vsh.domain.xml;

import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.DomainXml;
import dev.vsh.schema.OpaqueXml;
import dev.vsh.schema.ResourceXml;

import java.util.List;
import java.util.Optional;

/** What stands directly in {@code <domain>} or {@code <resource>} and is kept as it is. */
final class DomainOpaque {
    static final OpaqueChildren<DomainXml> CHILDREN =
            new OpaqueChildren<DomainXml>("")
                    .with("genid", DomainXml::getGenid)
                    .with("maxMemory", DomainXml::getMaxMemory)
                    .with("memoryBacking", DomainXml::getMemoryBacking)
                    .with("vcpus", DomainXml::getVcpus)
                    .with("iothreads", DomainXml::getIothreads)
                    .with("iothreadids", DomainXml::getIothreadids)
                    .with("defaultiothread", DomainXml::getDefaultiothread)
                    .with("sysinfo", DomainXml::getSysinfo)
                    .with("bootloader", DomainXml::getBootloader)
                    .with("bootloader_args", DomainXml::getBootloaderArgs)
                    .with("cpu", DomainXml::getCpu)
                    .with("on_lockfailure", DomainXml::getOnLockfailure)
                    .with("pm", DomainXml::getPm)
                    .with("perf", DomainXml::getPerf)
                    .with("keywrap", DomainXml::getKeywrap)
                    .with("launchSecurity", DomainXml::getLaunchSecurity);

    private static final String FIBRECHANNEL = "resource/fibrechannel";

    private DomainOpaque() {}

    /** The partition may have made a {@code <resource>} already. */
    static void writeResource(List<OpaqueElement> elements, DomainXml domain, Verbatim verbatim) {
        var resource = Single.of(domain.getResource()).orElseGet(ResourceXml::new);
        elements.stream()
                .filter(element -> element.path().equals(FIBRECHANNEL))
                .findFirst()
                .ifPresent(
                        element -> {
                            resource.setFibrechannel(verbatim.in(new OpaqueXml(), element.xml()));
                            if (domain.getResource().isEmpty()) {
                                domain.getResource().add(resource);
                            }
                        });
    }

    static List<OpaqueElement> readResource(ResourceXml resource, Places places) {
        return Optional.ofNullable(resource.getFibrechannel())
                .map(xml -> new OpaqueElement(FIBRECHANNEL, places.xml(xml)))
                .stream()
                .toList();
    }
}
