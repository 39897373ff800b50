package dev.vsh.domain;

import java.util.Optional;

/** Makes a definition of another with some parts replaced. */
final class DomainEdit {
    private final DomainDefinition base;
    private String name;
    private Optional<String> title;
    private Optional<String> description;
    private Optional<String> metadata;
    private ByteSize memory;
    private ByteSize currentMemory;
    private MemoryTuning memoryTuning;
    private Vcpu vcpu;
    private CpuTuning cpuTuning;
    private Optional<NumaTuning> numaTuning;
    private BlockIoTuning blockIoTuning;
    private Features features;
    private LifecycleActions lifecycleActions;
    private Devices devices;

    DomainEdit(DomainDefinition base) {
        this.base = base;
        this.name = base.name();
        this.title = base.title();
        this.description = base.description();
        this.metadata = base.metadata();
        this.memory = base.memory();
        this.currentMemory = base.currentMemory();
        this.memoryTuning = base.memoryTuning();
        this.vcpu = base.vcpu();
        this.cpuTuning = base.cpuTuning();
        this.numaTuning = base.numaTuning();
        this.blockIoTuning = base.blockIoTuning();
        this.features = base.features();
        this.lifecycleActions = base.lifecycleActions();
        this.devices = base.devices();
    }

    DomainEdit name(String other) {
        name = other;
        return this;
    }

    DomainEdit title(Optional<String> other) {
        title = other;
        return this;
    }

    DomainEdit description(Optional<String> other) {
        description = other;
        return this;
    }

    DomainEdit metadata(Optional<String> other) {
        metadata = other;
        return this;
    }

    DomainEdit memory(ByteSize maximum, ByteSize current) {
        memory = maximum;
        currentMemory = current;
        return this;
    }

    DomainEdit numaTuning(NumaTuning other) {
        numaTuning = Optional.of(other);
        return this;
    }

    DomainEdit memoryTuning(MemoryTuning other) {
        memoryTuning = other;
        return this;
    }

    DomainEdit vcpu(Vcpu other) {
        vcpu = other;
        return this;
    }

    DomainEdit cpuTuning(CpuTuning other) {
        cpuTuning = other;
        return this;
    }

    DomainEdit blockIoTuning(BlockIoTuning other) {
        blockIoTuning = other;
        return this;
    }

    DomainEdit features(Features other) {
        features = other;
        return this;
    }

    DomainEdit lifecycleActions(LifecycleActions other) {
        lifecycleActions = other;
        return this;
    }

    DomainEdit devices(Devices other) {
        devices = other;
        return this;
    }

    DomainDefinition done() {
        return new DomainDefinition(
                name,
                base.uuid(),
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
                base.partition(),
                base.init(),
                base.idMap(),
                features,
                base.clock(),
                lifecycleActions,
                devices,
                base.sharedNamespaces(),
                base.confinement(),
                base.autostart(),
                base.securityLabels(),
                base.unsupported());
    }
}
