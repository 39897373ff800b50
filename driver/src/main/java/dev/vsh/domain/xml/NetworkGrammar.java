package dev.vsh.domain.xml;

import dev.vsh.schema.NetworkXml;
import dev.vsh.schema.NetworkXmlCode;

/** The grammar of {@code <network>}. */
public final class NetworkGrammar extends Grammar<NetworkXml> {
    public NetworkGrammar() {
        super("network", NetworkXml.class, NetworkXmlCode.IT);
    }
}
