package dev.vsh.domain.xml;

import dev.vsh.schema.code.BeanCode;
import dev.vsh.schema.code.BeanSink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns beans into a tree, with the verbatim elements put in. */
final class BeanTree implements BeanSink {
    /** The customary prefixes of the namespaces that a domain may have elements of. */
    private static final Map<String, String> PREFIXES =
            Map.of(
                    "http://libvirt.org/schemas/domain/lxc/1.0", "lxc",
                    "http://vsh.dev/schemas/domain/1.0", "vsh");

    private final NodeStack nodes = new NodeStack();
    private final Verbatim verbatim;
    private final Set<String> used = new TreeSet<>();
    private List<XmlNode.Attribute> attributes = new ArrayList<>();

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
    public <C> void element(String namespace, String name, BeanCode<C> code, C bean) {
        verbatim.element(bean)
                .ifPresentOrElse(
                        xml -> nodes.add(Fragment.parse(xml)),
                        () -> write(named(namespace, name), code, bean));
    }

    private <C> void write(String name, BeanCode<C> code, C bean) {
        attributes = new ArrayList<>();
        code.attributes(bean, this);
        nodes.start(name, attributes);
        code.children(bean, this);
        nodes.end();
    }

    private String named(String uri, String local) {
        String prefix = PREFIXES.get(uri);
        if (prefix == null) {
            return local;
        }
        used.add(uri);
        return prefix + ":" + local;
    }

    @Override
    public void attribute(String name, String value) {
        attributes.add(new XmlNode.Attribute(name, value));
    }

    @Override
    public void text(String text) {
        if (!text.isEmpty()) {
            nodes.text(text);
        }
    }
}
