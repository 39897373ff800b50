package dev.vsh.domain.xml;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.AccessModeXml;
import dev.vsh.schema.EmptyXml;
import dev.vsh.schema.FilesystemDriverTypeXml;
import dev.vsh.schema.FilesystemDriverXml;
import dev.vsh.schema.FilesystemTargetXml;
import dev.vsh.schema.FilesystemXml;
import dev.vsh.schema.MemorySizeXml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code <filesystem>}. */
final class FilesystemBinding {
    private static final OpaqueChildren<FilesystemXml> CHILDREN =
            new OpaqueChildren<FilesystemXml>("devices/filesystem")
                    .with("binary", FilesystemXml::getBinary)
                    .with("boot", FilesystemXml::getBoot)
                    .with("alias", FilesystemXml::getAlias)
                    .with("address", FilesystemXml::getAddress);

    private static final OpaqueAttributes<FilesystemXml> ATTRIBUTES =
            new OpaqueAttributes<FilesystemXml>("devices/filesystem")
                    .with("model", FilesystemXml::getModel, FilesystemXml::setModel)
                    .with("multidevs", FilesystemXml::getMultidevs, FilesystemXml::setMultidevs)
                    .with("fmode", FilesystemXml::getFmode, FilesystemXml::setFmode)
                    .with("dmode", FilesystemXml::getDmode, FilesystemXml::setDmode);

    private static final OpaqueAttributes<FilesystemDriverXml> DRIVER =
            new OpaqueAttributes<FilesystemDriverXml>("devices/filesystem/driver")
                    .with(
                            "wrpolicy",
                            FilesystemDriverXml::getWrpolicy,
                            FilesystemDriverXml::setWrpolicy)
                    .with("queue", FilesystemDriverXml::getQueue, FilesystemDriverXml::setQueue)
                    .with("iommu", FilesystemDriverXml::getIommu, FilesystemDriverXml::setIommu)
                    .with("ats", FilesystemDriverXml::getAts, FilesystemDriverXml::setAts)
                    .with("packed", FilesystemDriverXml::getPacked, FilesystemDriverXml::setPacked)
                    .with(
                            "page_per_vq",
                            FilesystemDriverXml::getPagePerVq,
                            FilesystemDriverXml::setPagePerVq);

    private static final String BYTES = "bytes";

    private FilesystemBinding() {}

    static Filesystem filesystem(FilesystemXml xml, Places places) {
        Optional<FilesystemDriverXml> driver = Single.of(xml.getDriver());
        return new Filesystem(
                FilesystemSourceBinding.source(xml),
                Single.of(xml.getTarget()).orElseThrow().getDir(),
                !xml.getReadonly().isEmpty(),
                Optional.ofNullable(xml.getAccessmode()).orElse(AccessModeXml.PASSTHROUGH).value(),
                driver.map(FilesystemDriverXml::getType).map(FilesystemDriverTypeXml::value),
                driver.map(FilesystemDriverXml::getFormat),
                Single.of(xml.getSpaceHardLimit()).map(FilesystemBinding::limit),
                Single.of(xml.getSpaceSoftLimit()).map(FilesystemBinding::limit),
                others(xml, places));
    }

    private static List<OpaqueElement> others(FilesystemXml xml, Places places) {
        List<OpaqueElement> others = new ArrayList<>(ATTRIBUTES.read(xml));
        xml.getDriver().forEach(driver -> others.addAll(DRIVER.read(driver)));
        others.addAll(Aliases.onlyUsers(CHILDREN.read(xml, places)));
        return others;
    }

    /**
     * Alone among sizes this is in bytes where there is no unit.
     *
     * @throws ArithmeticException if there are more bytes than a long can count
     */
    static ByteSize limit(MemorySizeXml xml) {
        return MemoryBinding.exact(xml, BYTES);
    }

    static FilesystemXml xml(Filesystem filesystem, Verbatim verbatim) {
        var xml = new FilesystemXml();
        xml.setAccessmode(AccessModeXml.fromValue(filesystem.accessMode()));
        driver(filesystem).ifPresent(xml.getDriver()::add);
        FilesystemSourceBinding.write(filesystem.source(), xml);
        var target = new FilesystemTargetXml();
        target.setDir(filesystem.target());
        xml.getTarget().add(target);
        if (filesystem.readonly()) {
            xml.getReadonly().add(new EmptyXml());
        }
        filesystem
                .spaceHardLimit()
                .map(FilesystemBinding::bytes)
                .ifPresent(xml.getSpaceHardLimit()::add);
        filesystem
                .spaceSoftLimit()
                .map(FilesystemBinding::bytes)
                .ifPresent(xml.getSpaceSoftLimit()::add);
        ATTRIBUTES.write(filesystem.others(), xml);
        CHILDREN.write(filesystem.others(), xml, verbatim);
        return xml;
    }

    private static Optional<FilesystemDriverXml> driver(Filesystem filesystem) {
        var xml = new FilesystemDriverXml();
        filesystem.driverType().map(FilesystemDriverTypeXml::fromValue).ifPresent(xml::setType);
        filesystem.driverFormat().ifPresent(xml::setFormat);
        DRIVER.write(filesystem.others(), xml);
        boolean saysNothing =
                xml.getType() == null && xml.getFormat() == null && DRIVER.read(xml).isEmpty();
        return saysNothing ? Optional.empty() : Optional.of(xml);
    }

    private static MemorySizeXml bytes(ByteSize size) {
        var xml = new MemorySizeXml();
        xml.setUnit(BYTES);
        xml.setValue(size.bytes());
        return xml;
    }
}
