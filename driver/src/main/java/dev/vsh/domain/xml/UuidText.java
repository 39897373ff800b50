package dev.vsh.domain.xml;

import dev.vsh.schema.UuidXml;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A uuid as documents have it: with or without hyphens. */
final class UuidText {
    private UuidText() {}

    static Optional<UUID> first(List<UuidXml> elements) {
        return Single.of(elements).map(UuidXml::getValue).map(UuidText::parse);
    }

    static UuidXml xml(UUID uuid) {
        var xml = new UuidXml();
        xml.setValue(uuid.toString());
        return xml;
    }

    private static UUID parse(String text) {
        String digits = text.replace("-", "");
        return new UUID(
                Long.parseUnsignedLong(digits, 0, 16, 16),
                Long.parseUnsignedLong(digits, 16, 32, 16));
    }
}
