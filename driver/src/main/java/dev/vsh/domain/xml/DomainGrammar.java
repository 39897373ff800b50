package dev.vsh.domain.xml;

import dev.vsh.schema.DomainXml;
import dev.vsh.schema.DomainXmlCode;

/** The grammar of {@code <domain>}. */
public final class DomainGrammar extends Grammar<DomainXml> {
    public DomainGrammar() {
        super("domain", DomainXml.class, DomainXmlCode.IT);
    }
}
