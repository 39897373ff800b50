package dev.vsh.domain.xml;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.MemoryTuning;
import dev.vsh.schema.DomainXml;
import dev.vsh.schema.MemorySizeXml;
import dev.vsh.schema.MemoryXml;
import dev.vsh.schema.MemtuneXml;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** {@code <memory>}, {@code <currentMemory>} and {@code <memtune>}. */
final class MemoryBinding {
    static final OpaqueAttributes<MemoryXml> OPAQUE =
            new OpaqueAttributes<MemoryXml>("memory")
                    .with("dumpCore", MemoryXml::getDumpCore, MemoryXml::setDumpCore);

    private static final String KIBIBYTES = "KiB";

    private MemoryBinding() {}

    static ByteSize memory(DomainXml domain) {
        return Single.of(domain.getMemory()).map(MemoryBinding::size).orElse(new ByteSize(0));
    }

    /** As libvirt does, all of the memory where the document says nothing, zero or more than that. */
    static ByteSize currentMemory(DomainXml domain) {
        ByteSize memory = memory(domain);
        return Single.of(domain.getCurrentMemory())
                .map(MemoryBinding::size)
                .filter(current -> current.bytes() > 0 && current.compareTo(memory) <= 0)
                .orElse(memory);
    }

    static MemoryTuning tuning(MemtuneXml xml) {
        return new MemoryTuning(
                optional(xml.getHardLimit()),
                optional(xml.getSoftLimit()),
                optional(xml.getSwapHardLimit()),
                optional(xml.getMinGuarantee()));
    }

    static void write(ByteSize size, MemorySizeXml xml) {
        xml.setUnit(KIBIBYTES);
        xml.setValue(size.toKibibytes());
    }

    static MemorySizeXml sizeXml(ByteSize size) {
        var xml = new MemorySizeXml();
        write(size, xml);
        return xml;
    }

    static Optional<MemtuneXml> tuningXml(MemoryTuning tuning) {
        if (tuning.equals(MemoryTuning.NONE)) {
            return Optional.empty();
        }
        var xml = new MemtuneXml();
        tuning.hardLimit().map(MemoryBinding::sizeXml).ifPresent(xml::setHardLimit);
        tuning.softLimit().map(MemoryBinding::sizeXml).ifPresent(xml::setSoftLimit);
        tuning.minGuarantee().map(MemoryBinding::sizeXml).ifPresent(xml::setMinGuarantee);
        tuning.swapHardLimit().map(MemoryBinding::sizeXml).ifPresent(xml::setSwapHardLimit);
        return Optional.of(xml);
    }

    /** A whole number of KiB, as it will be written. */
    static ByteSize size(MemorySizeXml xml) {
        return ByteSize.ofKibibytes(exact(xml, KIBIBYTES).toKibibytes());
    }

    /**
     * @throws ArithmeticException if there are more bytes than a long can count
     */
    static ByteSize exact(MemorySizeXml xml, String defaultUnit) {
        String unit = Optional.ofNullable(xml.getUnit()).orElse(defaultUnit);
        return ByteSize.of(xml.getValue(), unit);
    }

    private static Optional<ByteSize> optional(@Nullable MemorySizeXml xml) {
        return Optional.ofNullable(xml).map(MemoryBinding::size);
    }
}
