package dev.vsh.domain.xml;

import dev.vsh.schema.NetworkXml;

/** The grammar of {@code <network>}. */
public final class NetworkGrammar extends Grammar<NetworkXml> {
    public NetworkGrammar() {
        super("network", NetworkXml.class);
    }
}
