package dev.vsh.domain.xml;

import dev.vsh.network.NetworkDefinition;
import dev.vsh.schema.NetworkXml;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads {@code <network>} documents as {@link DomainXmlReader} reads domains. Safe for use by several threads.
 */
public final class NetworkXmlReader {
    private final DocumentParser<NetworkXml> parser;
    private final NetworkReading reading;

    /**
     * @param uuids makes the uuid of a network whose document has none
     */
    public NetworkXmlReader(NetworkGrammar grammar, Supplier<UUID> uuids) {
        this.parser = new DocumentParser<>(grammar);
        this.reading = new NetworkReading(uuids);
    }

    /** A reader that makes random uuids. */
    public static NetworkXmlReader create(NetworkGrammar grammar) {
        return new NetworkXmlReader(grammar, HostDefaults::uuid);
    }

    /**
     * @param origin a file name, or what to call the text in messages
     * @param validate whether an unknown element or attribute is a problem; if not, it is passed over
     * @throws InvalidDocumentException with every problem of the document
     */
    public NetworkDefinition read(String text, String origin, boolean validate) {
        return read(parser.parse(text, origin, validate), origin, false);
    }

    /** The same for a document in which hosts are only looked for, and may say less than they would have to. */
    NetworkDefinition readPartial(String text, String origin) {
        return read(parser.parse(text, origin, true), origin, true);
    }

    private NetworkDefinition read(Parsed<NetworkXml> network, String origin, boolean partial) {
        DocumentParser.requireSense(origin, NetworkChecks.problems(network, partial));
        return reading.read(network);
    }
}
