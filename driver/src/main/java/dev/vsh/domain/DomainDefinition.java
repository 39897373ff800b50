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
        Autostart autostart,
        List<SecurityLabel> securityLabels,
        List<OpaqueElement> unsupported) {
    public DomainDefinition {
        securityLabels = List.copyOf(securityLabels);
        unsupported = List.copyOf(unsupported);
    }

    /** The same domain under another name. */
    public DomainDefinition withName(String other) {
        return new DomainEdit(this).name(other).done();
    }

    /** The same domain with another title. */
    public DomainDefinition withTitle(Optional<String> other) {
        return new DomainEdit(this).title(other).done();
    }

    /** The same domain with another description. */
    public DomainDefinition withDescription(Optional<String> other) {
        return new DomainEdit(this).description(other).done();
    }

    /** The same domain with other {@code <metadata>}. */
    public DomainDefinition withMetadata(Optional<String> other) {
        return new DomainEdit(this).metadata(other).done();
    }

    /**
     * The same domain with more or less memory.
     *
     * @param current not above {@code maximum}
     */
    public DomainDefinition withMemory(ByteSize maximum, ByteSize current) {
        return new DomainEdit(this).memory(maximum, current).done();
    }

    /** The same domain with other limits of memory. */
    public DomainDefinition withMemoryTuning(MemoryTuning other) {
        return new DomainEdit(this).memoryTuning(other).done();
    }

    /** The same domain with other processors. */
    public DomainDefinition withVcpu(Vcpu other) {
        return new DomainEdit(this).vcpu(other).done();
    }

    /** The same domain with other limits of processor time. */
    public DomainDefinition withCpuTuning(CpuTuning other) {
        return new DomainEdit(this).cpuTuning(other).done();
    }

    /** The same domain with other memory nodes. */
    public DomainDefinition withNumaTuning(NumaTuning other) {
        return new DomainEdit(this).numaTuning(other).done();
    }

    /** The same domain with other limits of block I/O. */
    public DomainDefinition withBlockIoTuning(BlockIoTuning other) {
        return new DomainEdit(this).blockIoTuning(other).done();
    }

    /** The same domain with other features. */
    public DomainDefinition withFeatures(Features others) {
        return new DomainEdit(this).features(others).done();
    }

    /** The same domain with other actions at its end. */
    public DomainDefinition withLifecycleActions(LifecycleActions others) {
        return new DomainEdit(this).lifecycleActions(others).done();
    }

    /** The same domain with other devices. */
    public DomainDefinition withDevices(Devices others) {
        return new DomainEdit(this).devices(others).done();
    }
}
