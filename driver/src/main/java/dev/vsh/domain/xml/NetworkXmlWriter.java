package dev.vsh.domain.xml;

import dev.vsh.network.NetworkDefinition;
import dev.vsh.schema.NetworkXml;

/**
 * Writes networks in the order of {@code virsh net-dumpxml}. What it writes reads back as the same definition. Safe for
 * use by several threads.
 */
public final class NetworkXmlWriter {
    private final BeanPrinter<NetworkXml> printer;

    public NetworkXmlWriter(NetworkGrammar grammar) {
        this.printer = new BeanPrinter<>(grammar);
    }

    public String write(NetworkDefinition network) {
        var verbatim = new Verbatim();
        return printer.print(NetworkWriting.xml(network, verbatim), verbatim);
    }
}
