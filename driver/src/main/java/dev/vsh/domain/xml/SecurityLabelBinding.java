package dev.vsh.domain.xml;

import dev.vsh.domain.SecurityLabel;
import dev.vsh.schema.SeclabelTypeXml;
import dev.vsh.schema.SeclabelXml;
import dev.vsh.schema.YesNoXml;

import java.util.Optional;

/** {@code <seclabel>}. */
final class SecurityLabelBinding {
    private SecurityLabelBinding() {}

    static SecurityLabel label(SeclabelXml xml) {
        return new SecurityLabel(
                Optional.ofNullable(xml.getType()).orElse(SeclabelTypeXml.DYNAMIC).value(),
                Optional.ofNullable(xml.getModel()),
                Optional.ofNullable(xml.getRelabel()).map(YesNoXml::value),
                Texts.of(xml.getLabel()),
                Texts.of(xml.getBaselabel()),
                Texts.of(xml.getImagelabel()));
    }

    static SeclabelXml xml(SecurityLabel label) {
        var xml = new SeclabelXml();
        xml.setType(SeclabelTypeXml.fromValue(label.type()));
        label.model().ifPresent(xml::setModel);
        label.relabel().map(YesNoXml::fromValue).ifPresent(xml::setRelabel);
        label.label().map(Texts::text).ifPresent(xml::setLabel);
        label.baseLabel().map(Texts::text).ifPresent(xml::setBaselabel);
        label.imageLabel().map(Texts::text).ifPresent(xml::setImagelabel);
        return xml;
    }
}
