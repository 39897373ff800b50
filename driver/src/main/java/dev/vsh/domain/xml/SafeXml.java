package dev.vsh.domain.xml;

import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.util.Locale;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

/** Makes parsers that read the document they are given and nothing else. */
final class SafeXml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";

    private SafeXml() {}

    /**
     * @param namespaces whether prefixes are resolved, or {@code xmlns} is an attribute like others
     */
    static XMLReader parser(boolean namespaces) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(namespaces);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // Without a DOCTYPE there are no entities, so nothing to fetch and nothing to blow up.
            factory.setFeature(NO_DOCTYPE, true);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            parser.setProperty(LOCALE, Locale.ROOT);
            // The trail has a bound of its own, with a message that names no property of the JDK.
            parser.setProperty(MAX_DEPTH, "0");
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }
}
