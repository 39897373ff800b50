package dev.vsh.shell.verb;

import dev.vsh.domain.Devices;
import dev.vsh.domain.Disk;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.document.DomainXml;

import java.util.List;

/** Completes what a domain's devices are called. */
record DeviceNames(DomainArgument domain) {
    /** Only those of a running domain have aliases. */
    List<String> aliases(Invocation soFar) {
        return domain.ifGiven(soFar)
                .map(found -> new DomainXml(found.xml(XmlView.LIVE)).aliases())
                .orElse(List.of());
    }

    List<String> diskTargets(Invocation soFar) {
        return domain
                .ifGiven(soFar)
                .map(found -> found.definition(XmlView.LIVE).devices())
                .map(Devices::disks)
                .orElse(List.of())
                .stream()
                .map(Disk::target)
                .toList();
    }
}
