package dev.vsh.domain.xml;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.domain.Features;
import dev.vsh.schema.CapabilitiesXml;
import dev.vsh.schema.CapabilityPolicyXml;
import dev.vsh.schema.CapabilityXml;
import dev.vsh.schema.EmptyXml;
import dev.vsh.schema.FeaturesXml;
import dev.vsh.schema.OnOffXml;

import jakarta.xml.bind.JAXBElement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.xml.namespace.QName;

/** {@code <features>}. */
final class FeaturesBinding {
    private static final OpaqueChildren<FeaturesXml> OPAQUE =
            new OpaqueChildren<FeaturesXml>("features")
                    .with("acpi", FeaturesXml::getAcpi)
                    .with("apic", FeaturesXml::getApic)
                    .with("pae", FeaturesXml::getPae)
                    .with("hap", FeaturesXml::getHap)
                    .with("viridian", FeaturesXml::getViridian)
                    .with("hyperv", FeaturesXml::getHyperv)
                    .with("kvm", FeaturesXml::getKvm)
                    .with("pvspinlock", FeaturesXml::getPvspinlock)
                    .with("pmu", FeaturesXml::getPmu)
                    .with("vmport", FeaturesXml::getVmport)
                    .with("gic", FeaturesXml::getGic)
                    .with("smm", FeaturesXml::getSmm)
                    .with("ioapic", FeaturesXml::getIoapic)
                    .with("hpt", FeaturesXml::getHpt)
                    .with("vmcoreinfo", FeaturesXml::getVmcoreinfo)
                    .with("htm", FeaturesXml::getHtm)
                    .with("nested-hv", FeaturesXml::getNestedHv)
                    .with("msrs", FeaturesXml::getMsrs)
                    .with("ccf-assist", FeaturesXml::getCcfAssist)
                    .with("xen", FeaturesXml::getXen)
                    .with("cfpc", FeaturesXml::getCfpc)
                    .with("sbbc", FeaturesXml::getSbbc)
                    .with("ibs", FeaturesXml::getIbs)
                    .with("tcg", FeaturesXml::getTcg)
                    .with("async-teardown", FeaturesXml::getAsyncTeardown);

    private FeaturesBinding() {}

    static Features features(FeaturesXml xml, Places places) {
        return new Features(
                !xml.getPrivnet().isEmpty(),
                Single.of(xml.getCapabilities()).map(FeaturesBinding::capabilities),
                OPAQUE.read(xml, places));
    }

    private static CapabilityRules capabilities(CapabilitiesXml xml) {
        Map<String, Boolean> states = new HashMap<>();
        for (JAXBElement<CapabilityXml> capability : xml.getCapability()) {
            boolean kept = capability.getValue().getState() != OnOffXml.OFF;
            states.put(capability.getName().getLocalPart(), kept);
        }
        CapabilityPolicyXml policy =
                Optional.ofNullable(xml.getPolicy()).orElse(CapabilityPolicyXml.DEFAULT);
        return new CapabilityRules(CapabilityRules.Policy.valueOf(policy.name()), states);
    }

    static Optional<FeaturesXml> xml(Features features, Verbatim verbatim) {
        if (features.equals(Features.NONE)) {
            return Optional.empty();
        }
        var xml = new FeaturesXml();
        if (features.privateNetwork()) {
            xml.getPrivnet().add(new EmptyXml());
        }
        features.capabilities()
                .map(FeaturesBinding::capabilitiesXml)
                .ifPresent(xml.getCapabilities()::add);
        OPAQUE.write(features.others(), xml, verbatim);
        return Optional.of(xml);
    }

    private static CapabilitiesXml capabilitiesXml(CapabilityRules rules) {
        var xml = new CapabilitiesXml();
        xml.setPolicy(CapabilityPolicyXml.valueOf(rules.policy().name()));
        new TreeMap<>(rules.states())
                .forEach((name, kept) -> xml.getCapability().add(capability(name, kept)));
        return xml;
    }

    private static JAXBElement<CapabilityXml> capability(String name, boolean kept) {
        var xml = new CapabilityXml();
        xml.setState(kept ? OnOffXml.ON : OnOffXml.OFF);
        return new JAXBElement<>(new QName(name), CapabilityXml.class, xml);
    }
}
