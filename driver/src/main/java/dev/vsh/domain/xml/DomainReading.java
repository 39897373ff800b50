package dev.vsh.domain.xml;

import dev.vsh.domain.Autostart;
import dev.vsh.domain.BlockIoTuning;
import dev.vsh.domain.Clock;
import dev.vsh.domain.Confinement;
import dev.vsh.domain.CpuTuning;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Features;
import dev.vsh.domain.LifecycleActions;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.domain.SharedNamespaces;
import dev.vsh.domain.Vcpu;
import dev.vsh.schema.ContainerXml;
import dev.vsh.schema.CrashXml;
import dev.vsh.schema.DomainXml;
import dev.vsh.schema.LifecycleXml;
import dev.vsh.schema.PathXml;
import dev.vsh.schema.ResourceXml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the model of beans that have passed every check, with the defaults filled in. */
final class DomainReading {
    private static final Devices NO_DEVICES =
            new Devices(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final Defaults defaults;

    DomainReading(Defaults defaults) {
        this.defaults = defaults;
    }

    DomainDefinition read(ParsedDomain domain) {
        DomainXml xml = domain.xml();
        Places places = domain.places();
        return new DomainDefinition(
                Texts.first(xml.getName()).orElseThrow(),
                uuid(xml),
                Texts.first(xml.getTitle()),
                Texts.first(xml.getDescription()),
                Single.of(xml.getMetadata()).map(places::xml),
                MemoryBinding.memory(xml),
                MemoryBinding.currentMemory(xml),
                Single.of(xml.getMemtune()).map(MemoryBinding::tuning).orElse(MemoryTuning.NONE),
                Single.of(xml.getVcpu()).map(CpuBinding::vcpu).orElse(Vcpu.ONE),
                Single.of(xml.getCputune())
                        .map(cputune -> CpuBinding.tuning(cputune, places))
                        .orElse(CpuTuning.NONE),
                Single.of(xml.getNumatune()).map(numatune -> CpuBinding.numa(numatune, places)),
                Single.of(xml.getBlkiotune())
                        .map(BlockIoBinding::tuning)
                        .orElse(BlockIoTuning.NONE),
                Single.of(xml.getResource()).map(ResourceXml::getPartition).map(PathXml::getValue),
                OsBinding.init(Single.of(xml.getOs()).orElseThrow(), defaults.architecture()),
                Single.of(xml.getIdmap())
                        .filter(idmap -> !idmap.getUid().isEmpty())
                        .map(IdMapBinding::idMap),
                Single.of(xml.getFeatures())
                        .map(features -> FeaturesBinding.features(features, places))
                        .orElse(Features.NONE),
                Single.of(xml.getClock())
                        .map(clock -> ClockBinding.clock(clock, places))
                        .orElse(Clock.UTC),
                lifecycle(xml),
                Single.of(xml.getDevices())
                        .map(devices -> DevicesBinding.devices(devices, places, defaults.macs()))
                        .orElse(NO_DEVICES),
                Single.of(xml.getNamespace())
                        .map(SharedNamespacesBinding::namespaces)
                        .orElse(SharedNamespaces.NONE),
                Single.of(xml.getContainer())
                        .map(ConfinementBinding::confinement)
                        .orElse(Confinement.DEFAULT),
                Single.of(xml.getContainer())
                        .map(ContainerXml::getAutostart)
                        .map(AutostartBinding::autostart)
                        .orElse(Autostart.DEFAULT),
                xml.getSeclabel().stream().map(SecurityLabelBinding::label).toList(),
                unsupported(xml, places));
    }

    private UUID uuid(DomainXml xml) {
        return UuidText.first(xml.getUuid()).orElseGet(defaults.uuids());
    }

    private static LifecycleActions lifecycle(DomainXml xml) {
        LifecycleActions standard = LifecycleActions.DEFAULT;
        return new LifecycleActions(
                action(xml.getOnPoweroff()).orElse(standard.onPoweroff()),
                action(xml.getOnReboot()).orElse(standard.onReboot()),
                Single.of(xml.getOnCrash())
                        .map(CrashXml::getValue)
                        .map(action -> action.value())
                        .orElse(standard.onCrash()));
    }

    private static Optional<String> action(List<LifecycleXml> xml) {
        return Single.of(xml).map(LifecycleXml::getValue).map(action -> action.value());
    }

    private static List<OpaqueElement> unsupported(DomainXml xml, Places places) {
        List<OpaqueElement> elements = new ArrayList<>(DomainOpaque.CHILDREN.read(xml, places));
        xml.getMemory().forEach(memory -> elements.addAll(MemoryBinding.OPAQUE.read(memory)));
        xml.getResource()
                .forEach(resource -> elements.addAll(DomainOpaque.readResource(resource, places)));
        xml.getOs().stream()
                .flatMap(os -> os.getType().stream())
                .forEach(type -> elements.addAll(OsBinding.OPAQUE.read(type)));
        xml.getDevices()
                .forEach(
                        devices -> {
                            elements.addAll(DevicesBinding.OPAQUE.read(devices, places));
                            elements.addAll(DevicesBinding.unmet(devices, places));
                        });
        return elements;
    }
}
