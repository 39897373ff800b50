package dev.vsh.domain.xml;

import dev.vsh.domain.BlockIoTuning;
import dev.vsh.schema.BlkioDeviceXml;
import dev.vsh.schema.BlkiotuneXml;
import dev.vsh.schema.DeviceWeightXml;
import dev.vsh.schema.NumberXml;
import dev.vsh.schema.WeightXml;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** {@code <blkiotune>}. */
final class BlockIoBinding {
    private BlockIoBinding() {}

    static BlockIoTuning tuning(BlkiotuneXml xml) {
        return new BlockIoTuning(
                Single.of(xml.getWeight()).map(WeightXml::getValue),
                xml.getDevice().stream().map(BlockIoBinding::device).toList());
    }

    private static BlockIoTuning.Device device(BlkioDeviceXml xml) {
        return new BlockIoTuning.Device(
                xml.getPath().getValue(),
                Optional.ofNullable(xml.getWeight())
                        .map(weight -> Integer.parseInt(weight.getValue().strip())),
                number(xml.getReadIopsSec()),
                number(xml.getWriteIopsSec()),
                number(xml.getReadBytesSec()),
                number(xml.getWriteBytesSec()));
    }

    private static Optional<Long> number(@Nullable NumberXml xml) {
        return Optional.ofNullable(xml).map(NumberXml::getValue);
    }

    static Optional<BlkiotuneXml> tuningXml(BlockIoTuning tuning) {
        if (tuning.equals(BlockIoTuning.NONE)) {
            return Optional.empty();
        }
        var xml = new BlkiotuneXml();
        tuning.weight().map(BlockIoBinding::weight).ifPresent(xml.getWeight()::add);
        tuning.devices().stream().map(BlockIoBinding::deviceXml).forEach(xml.getDevice()::add);
        return Optional.of(xml);
    }

    private static WeightXml weight(int value) {
        var xml = new WeightXml();
        xml.setValue(value);
        return xml;
    }

    private static BlkioDeviceXml deviceXml(BlockIoTuning.Device device) {
        var xml = new BlkioDeviceXml();
        xml.setPath(Texts.path(device.path()));
        device.weight().map(BlockIoBinding::deviceWeight).ifPresent(xml::setWeight);
        device.readIopsPerSecond().map(BlockIoBinding::numberXml).ifPresent(xml::setReadIopsSec);
        device.writeIopsPerSecond().map(BlockIoBinding::numberXml).ifPresent(xml::setWriteIopsSec);
        device.readBytesPerSecond().map(BlockIoBinding::numberXml).ifPresent(xml::setReadBytesSec);
        device.writeBytesPerSecond()
                .map(BlockIoBinding::numberXml)
                .ifPresent(xml::setWriteBytesSec);
        return xml;
    }

    private static DeviceWeightXml deviceWeight(int value) {
        var xml = new DeviceWeightXml();
        xml.setValue(Integer.toString(value));
        return xml;
    }

    private static NumberXml numberXml(long value) {
        var xml = new NumberXml();
        xml.setValue(value);
        return xml;
    }
}
