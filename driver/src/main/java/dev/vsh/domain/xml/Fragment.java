package dev.vsh.domain.xml;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Parses an element that is kept as it is: prefixes, comments and the order of attributes included. */
final class Fragment {
    private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";

    private Fragment() {}

    /**
     * @param xml an element that has been parsed before as part of a document
     */
    static XmlNode.Element parse(String xml) {
        var tree = new TreeHandler();
        try {
            XMLReader parser = SafeXml.parser(false);
            parser.setContentHandler(tree);
            parser.setErrorHandler(tree);
            parser.setProperty(LEXICAL_HANDLER, tree);
            parser.parse(new InputSource(new StringReader(xml)));
            return tree.nodes.root();
        } catch (SAXException e) {
            throw new IllegalArgumentException("not an XML element: " + xml, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TreeHandler extends DefaultHandler2 {
        private final NodeStack nodes = new NodeStack();
        private boolean inCharacterData;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            List<XmlNode.Attribute> list = new ArrayList<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                list.add(new XmlNode.Attribute(attributes.getQName(i), attributes.getValue(i)));
            }
            nodes.start(name, list);
        }

        @Override
        public void endElement(String uri, String local, String name) {
            nodes.end();
        }

        @Override
        public void characters(char[] buffer, int start, int length) {
            String text = new String(buffer, start, length);
            if (inCharacterData) {
                nodes.add(new XmlNode.CharacterData(text));
            } else {
                nodes.text(text);
            }
        }

        @Override
        public void startCDATA() {
            inCharacterData = true;
        }

        @Override
        public void endCDATA() {
            inCharacterData = false;
        }

        @Override
        public void comment(char[] buffer, int start, int length) {
            nodes.add(new XmlNode.Comment(new String(buffer, start, length)));
        }

        @Override
        public void processingInstruction(String target, String data) {
            nodes.add(new XmlNode.Instruction(target, data));
        }
    }
}
