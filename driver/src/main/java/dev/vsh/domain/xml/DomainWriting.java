package dev.vsh.domain.xml;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LifecycleActions;
import dev.vsh.schema.ContainerXml;
import dev.vsh.schema.CrashActionXml;
import dev.vsh.schema.CrashXml;
import dev.vsh.schema.DomainTypeXml;
import dev.vsh.schema.DomainXml;
import dev.vsh.schema.LifecycleActionXml;
import dev.vsh.schema.LifecycleXml;
import dev.vsh.schema.MemoryXml;
import dev.vsh.schema.OpaqueXml;
import dev.vsh.schema.ResourceXml;
import dev.vsh.schema.UuidXml;

import java.util.Optional;

/** Makes beans of the model. */
final class DomainWriting {
    private DomainWriting() {}

    static DomainXml xml(DomainDefinition domain, Verbatim verbatim) {
        var xml = new DomainXml();
        xml.setType(DomainTypeXml.LXC);
        identity(domain, xml, verbatim);
        resources(domain, xml, verbatim);
        xml.getOs().add(OsBinding.xml(domain.init()));
        domain.idMap().map(IdMapBinding::xml).ifPresent(xml.getIdmap()::add);
        FeaturesBinding.xml(domain.features(), verbatim).ifPresent(xml.getFeatures()::add);
        xml.getClock().add(ClockBinding.xml(domain.clock(), verbatim));
        lifecycle(domain.lifecycleActions(), xml);
        xml.getDevices().add(DevicesBinding.xml(domain.devices(), domain.unsupported(), verbatim));
        domain.securityLabels().stream()
                .map(SecurityLabelBinding::xml)
                .forEach(xml.getSeclabel()::add);
        SharedNamespacesBinding.xml(domain.sharedNamespaces()).ifPresent(xml.getNamespace()::add);
        container(domain).ifPresent(xml.getContainer()::add);
        unsupported(domain, xml, verbatim);
        return xml;
    }

    private static void identity(DomainDefinition domain, DomainXml xml, Verbatim verbatim) {
        xml.getName().add(Texts.text(domain.name()));
        var uuid = new UuidXml();
        uuid.setValue(domain.uuid().toString());
        xml.getUuid().add(uuid);
        domain.title().map(Texts::text).ifPresent(xml.getTitle()::add);
        domain.description().map(Texts::text).ifPresent(xml.getDescription()::add);
        domain.metadata()
                .map(metadata -> verbatim.in(new OpaqueXml(), metadata))
                .ifPresent(xml.getMetadata()::add);
    }

    private static void resources(DomainDefinition domain, DomainXml xml, Verbatim verbatim) {
        var memory = new MemoryXml();
        MemoryBinding.write(domain.memory(), memory);
        xml.getMemory().add(memory);
        xml.getCurrentMemory().add(MemoryBinding.sizeXml(domain.currentMemory()));
        BlockIoBinding.tuningXml(domain.blockIoTuning()).ifPresent(xml.getBlkiotune()::add);
        MemoryBinding.tuningXml(domain.memoryTuning()).ifPresent(xml.getMemtune()::add);
        xml.getVcpu().add(CpuBinding.vcpuXml(domain.vcpu()));
        CpuBinding.tuningXml(domain.cpuTuning(), verbatim).ifPresent(xml.getCputune()::add);
        domain.numaTuning()
                .map(tuning -> CpuBinding.numaXml(tuning, verbatim))
                .ifPresent(xml.getNumatune()::add);
        domain.partition().map(DomainWriting::resource).ifPresent(xml.getResource()::add);
    }

    private static ResourceXml resource(String partition) {
        var xml = new ResourceXml();
        xml.setPartition(Texts.path(partition));
        return xml;
    }

    private static void lifecycle(LifecycleActions actions, DomainXml xml) {
        xml.getOnPoweroff().add(action(actions.onPoweroff()));
        xml.getOnReboot().add(action(actions.onReboot()));
        var crash = new CrashXml();
        crash.setValue(CrashActionXml.fromValue(actions.onCrash()));
        xml.getOnCrash().add(crash);
    }

    private static LifecycleXml action(String action) {
        var xml = new LifecycleXml();
        xml.setValue(LifecycleActionXml.fromValue(action));
        return xml;
    }

    private static Optional<ContainerXml> container(DomainDefinition domain) {
        Optional<ContainerXml> confinement = ConfinementBinding.xml(domain.confinement());
        return AutostartBinding.xml(domain.autostart())
                .map(
                        autostart -> {
                            ContainerXml xml = confinement.orElseGet(ContainerXml::new);
                            xml.setAutostart(autostart);
                            return xml;
                        })
                .or(() -> confinement);
    }

    private static void unsupported(DomainDefinition domain, DomainXml xml, Verbatim verbatim) {
        DomainOpaque.CHILDREN.write(domain.unsupported(), xml, verbatim);
        MemoryBinding.OPAQUE.write(domain.unsupported(), xml.getMemory().getFirst());
        OsBinding.OPAQUE.write(domain.unsupported(), xml.getOs().getFirst().getType().getFirst());
        DomainOpaque.writeResource(domain.unsupported(), xml, verbatim);
    }
}
