package dev.vsh.domain.xml;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns what JAXB writes into a tree, with the verbatim elements put in. */
final class BeanTree extends DefaultHandler {
    /** The customary prefixes of the namespaces that a domain may have elements of. */
    private static final Map<String, String> PREFIXES =
            Map.of(
                    "http://libvirt.org/schemas/domain/lxc/1.0", "lxc",
                    "http://vsh.dev/schemas/domain/1.0", "vsh");

    private final NodeStack nodes = new NodeStack();
    private final Verbatim verbatim;
    private int insideVerbatim;
    private final Set<String> used = new TreeSet<>();

    BeanTree(Verbatim verbatim) {
        this.verbatim = verbatim;
    }

    XmlNode.Element root() {
        XmlNode.Element root = nodes.root();
        for (String uri : used) {
            root = root.withAttribute("xmlns:" + PREFIXES.get(uri), uri);
        }
        return root;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        if (insideVerbatim > 0) {
            insideVerbatim++;
            return;
        }
        verbatim.announced()
                .ifPresentOrElse(
                        this::insert, () -> nodes.start(named(uri, local), list(attributes)));
    }

    private void insert(String xml) {
        insideVerbatim = 1;
        nodes.add(Fragment.parse(xml));
    }

    private String named(String uri, String local) {
        String prefix = PREFIXES.get(uri);
        if (prefix == null) {
            return local;
        }
        used.add(uri);
        return prefix + ":" + local;
    }

    private static List<XmlNode.Attribute> list(Attributes attributes) {
        List<XmlNode.Attribute> list = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            list.add(new XmlNode.Attribute(attributes.getLocalName(i), attributes.getValue(i)));
        }
        return list;
    }

    @Override
    public void endElement(String uri, String local, String name) {
        if (insideVerbatim > 0) {
            insideVerbatim--;
        } else {
            nodes.end();
        }
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        if (insideVerbatim == 0) {
            nodes.text(new String(buffer, start, length));
        }
    }
}
