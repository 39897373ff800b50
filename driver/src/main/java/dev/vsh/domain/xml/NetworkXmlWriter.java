package dev.vsh.domain.xml;

import dev.vsh.network.NetworkDefinition;
import dev.vsh.schema.ObjectFactory;

/**
 * Writes networks in the order of {@code virsh net-dumpxml}. What it writes reads back as the same definition. Safe for
 * use by several threads.
 */
public final class NetworkXmlWriter {
    private final NetworkGrammar grammar;

    public NetworkXmlWriter(NetworkGrammar grammar) {
        this.grammar = grammar;
    }

    public String write(NetworkDefinition network) {
        var verbatim = new Verbatim();
        var xml = NetworkWriting.xml(network, verbatim);
        return new BeanPrinter(grammar).print(new ObjectFactory().createNetwork(xml), verbatim);
    }
}
