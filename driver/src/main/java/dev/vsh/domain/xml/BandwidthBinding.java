package dev.vsh.domain.xml;

import dev.vsh.domain.Bandwidth;
import dev.vsh.schema.BandwidthRateXml;
import dev.vsh.schema.BandwidthXml;

import java.util.Optional;

/** {@code <bandwidth>} of an interface or a network. */
final class BandwidthBinding {
    private BandwidthBinding() {}

    static Bandwidth bandwidth(BandwidthXml xml) {
        return new Bandwidth(
                Single.of(xml.getInbound()).map(BandwidthBinding::rate),
                Single.of(xml.getOutbound()).map(BandwidthBinding::rate));
    }

    private static Bandwidth.Rate rate(BandwidthRateXml xml) {
        return new Bandwidth.Rate(
                Optional.ofNullable(xml.getAverage()).orElse(0L),
                Optional.ofNullable(xml.getPeak()),
                Optional.ofNullable(xml.getBurst()),
                Optional.ofNullable(xml.getFloor()));
    }

    static BandwidthXml xml(Bandwidth bandwidth) {
        var xml = new BandwidthXml();
        bandwidth.inbound().map(BandwidthBinding::xml).ifPresent(xml.getInbound()::add);
        bandwidth.outbound().map(BandwidthBinding::xml).ifPresent(xml.getOutbound()::add);
        return xml;
    }

    private static BandwidthRateXml xml(Bandwidth.Rate rate) {
        var xml = new BandwidthRateXml();
        if (rate.average() > 0) {
            xml.setAverage(rate.average());
        }
        rate.peak().ifPresent(xml::setPeak);
        rate.burst().ifPresent(xml::setBurst);
        rate.floor().ifPresent(xml::setFloor);
        return xml;
    }
}
