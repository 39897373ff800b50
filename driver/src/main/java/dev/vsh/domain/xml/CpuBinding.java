package dev.vsh.domain.xml;

import dev.vsh.domain.CpuTuning;
import dev.vsh.domain.NumaTuning;
import dev.vsh.domain.Vcpu;
import dev.vsh.schema.CputuneXml;
import dev.vsh.schema.NumaMemoryXml;
import dev.vsh.schema.NumaModeXml;
import dev.vsh.schema.NumatuneXml;
import dev.vsh.schema.PeriodXml;
import dev.vsh.schema.PlacementXml;
import dev.vsh.schema.QuotaXml;
import dev.vsh.schema.SharesXml;
import dev.vsh.schema.VcpuXml;

import java.util.List;
import java.util.Optional;

/** {@code <vcpu>}, {@code <cputune>} and {@code <numatune>}. */
final class CpuBinding {
    private static final OpaqueChildren<CputuneXml> CPUTUNE =
            new OpaqueChildren<CputuneXml>("cputune")
                    .with("global_period", CputuneXml::getGlobalPeriod)
                    .with("global_quota", CputuneXml::getGlobalQuota)
                    .with("emulator_period", CputuneXml::getEmulatorPeriod)
                    .with("emulator_quota", CputuneXml::getEmulatorQuota)
                    .with("iothread_period", CputuneXml::getIothreadPeriod)
                    .with("iothread_quota", CputuneXml::getIothreadQuota)
                    .with("vcpupin", CputuneXml::getVcpupin)
                    .with("emulatorpin", CputuneXml::getEmulatorpin)
                    .with("iothreadpin", CputuneXml::getIothreadpin)
                    .with("emulatorsched", CputuneXml::getEmulatorsched)
                    .with("vcpusched", CputuneXml::getVcpusched)
                    .with("iothreadsched", CputuneXml::getIothreadsched)
                    .with("cachetune", CputuneXml::getCachetune)
                    .with("memorytune", CputuneXml::getMemorytune);

    private static final OpaqueChildren<NumatuneXml> NUMATUNE =
            new OpaqueChildren<NumatuneXml>("numatune").with("memnode", NumatuneXml::getMemnode);

    private CpuBinding() {}

    static Vcpu vcpu(VcpuXml xml) {
        return new Vcpu(
                xml.getValue(),
                Optional.ofNullable(xml.getCurrent()),
                Optional.ofNullable(xml.getCpuset()),
                Optional.of(
                        Optional.ofNullable(xml.getPlacement())
                                .orElse(PlacementXml.STATIC)
                                .value()));
    }

    static VcpuXml vcpuXml(Vcpu vcpu) {
        var xml = new VcpuXml();
        xml.setValue(vcpu.maximum());
        xml.setPlacement(vcpu.placement().map(PlacementXml::fromValue).orElse(PlacementXml.STATIC));
        vcpu.cpuset().ifPresent(xml::setCpuset);
        vcpu.current().ifPresent(xml::setCurrent);
        return xml;
    }

    static CpuTuning tuning(CputuneXml xml, Places places) {
        return new CpuTuning(
                Single.of(xml.getShares()).map(shares -> (long) shares.getValue()),
                Single.of(xml.getPeriod()).map(period -> (long) period.getValue()),
                Single.of(xml.getQuota()).map(quota -> Long.parseLong(quota.getValue().strip())),
                CPUTUNE.read(xml, places));
    }

    static Optional<CputuneXml> tuningXml(CpuTuning tuning, Verbatim verbatim) {
        if (tuning.equals(CpuTuning.NONE)) {
            return Optional.empty();
        }
        var xml = new CputuneXml();
        tuning.shares().map(CpuBinding::shares).ifPresent(xml.getShares()::add);
        tuning.periodMicros().map(CpuBinding::period).ifPresent(xml.getPeriod()::add);
        tuning.quotaMicros().map(CpuBinding::quota).ifPresent(xml.getQuota()::add);
        CPUTUNE.write(tuning.others(), xml, verbatim);
        return Optional.of(xml);
    }

    private static SharesXml shares(long value) {
        var xml = new SharesXml();
        xml.setValue((int) value);
        return xml;
    }

    private static PeriodXml period(long value) {
        var xml = new PeriodXml();
        xml.setValue((int) value);
        return xml;
    }

    private static QuotaXml quota(long value) {
        var xml = new QuotaXml();
        xml.setValue(Long.toString(value));
        return xml;
    }

    static NumaTuning numa(NumatuneXml xml, Places places) {
        List<NumaMemoryXml> memory = xml.getMemory();
        return new NumaTuning(
                Single.of(memory).map(NumaMemoryXml::getMode).orElse(NumaModeXml.STRICT).value(),
                Single.of(memory).map(NumaMemoryXml::getNodeset),
                Single.of(memory).map(NumaMemoryXml::getPlacement).map(PlacementXml::value),
                NUMATUNE.read(xml, places));
    }

    static NumatuneXml numaXml(NumaTuning tuning, Verbatim verbatim) {
        var memory = new NumaMemoryXml();
        memory.setMode(NumaModeXml.fromValue(tuning.mode()));
        tuning.nodeset().ifPresent(memory::setNodeset);
        tuning.placement().map(PlacementXml::fromValue).ifPresent(memory::setPlacement);
        var xml = new NumatuneXml();
        xml.getMemory().add(memory);
        NUMATUNE.write(tuning.others(), xml, verbatim);
        return xml;
    }
}
