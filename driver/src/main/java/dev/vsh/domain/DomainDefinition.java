package dev.vsh.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole {@code <domain type='lxc'>} document with its defaults filled in.
 *
 * @param metadata the {@code <metadata>} element as XML text, foreign content untouched
 * @param memory {@code <memory>}, the limit that the kernel enforces
 * @param currentMemory {@code <currentMemory>}; never above {@code memory}
 * @param partition {@code <resource><partition>}, absolute; {@code /machine} unless the document says otherwise
 * @param idMap present when the container has a user namespace of its own
 * @param unsupported valid elements that a container driver has no use for, kept for {@code dumpxml} and refused by
 *     name at start unless they are harmless
 */
public record DomainDefinition(
        String name,
        UUID uuid,
        Optional<String> title,
        Optional<String> description,
        Optional<String> metadata,
        ByteSize memory,
        ByteSize currentMemory,
        MemoryTuning memoryTuning,
        Vcpu vcpu,
        CpuTuning cpuTuning,
        Optional<NumaTuning> numaTuning,
        BlockIoTuning blockIoTuning,
        Optional<String> partition,
        Init init,
        Optional<IdMap> idMap,
        Features features,
        Clock clock,
        LifecycleActions lifecycleActions,
        Devices devices,
        SharedNamespaces sharedNamespaces,
        Confinement confinement,
        List<SecurityLabel> securityLabels,
        List<OpaqueElement> unsupported) {
    public DomainDefinition {
        securityLabels = List.copyOf(securityLabels);
        unsupported = List.copyOf(unsupported);
    }

    /** The same domain with other devices. */
    public DomainDefinition withDevices(Devices others) {
        return new DomainDefinition(
                name,
                uuid,
                title,
                description,
                metadata,
                memory,
                currentMemory,
                memoryTuning,
                vcpu,
                cpuTuning,
                numaTuning,
                blockIoTuning,
                partition,
                init,
                idMap,
                features,
                clock,
                lifecycleActions,
                others,
                sharedNamespaces,
                confinement,
                securityLabels,
                unsupported);
    }

    /** The same domain with other features. */
    public DomainDefinition withFeatures(Features others) {
        return new DomainDefinition(
                name,
                uuid,
                title,
                description,
                metadata,
                memory,
                currentMemory,
                memoryTuning,
                vcpu,
                cpuTuning,
                numaTuning,
                blockIoTuning,
                partition,
                init,
                idMap,
                others,
                clock,
                lifecycleActions,
                devices,
                sharedNamespaces,
                confinement,
                securityLabels,
                unsupported);
    }

    /** The same domain with other actions at its end. */
    public DomainDefinition withLifecycleActions(LifecycleActions others) {
        return new DomainDefinition(
                name,
                uuid,
                title,
                description,
                metadata,
                memory,
                currentMemory,
                memoryTuning,
                vcpu,
                cpuTuning,
                numaTuning,
                blockIoTuning,
                partition,
                init,
                idMap,
                features,
                clock,
                others,
                devices,
                sharedNamespaces,
                confinement,
                securityLabels,
                unsupported);
    }
}
