package dev.vsh.domain.xml;

import jakarta.xml.bind.Unmarshaller;

import java.util.IdentityHashMap;

/** Remembers of each bean which element of the document it was made from. */
final class Places extends Unmarshaller.Listener {
    private final IdentityHashMap<Object, SourceElement> elements = new IdentityHashMap<>();
    private final ElementTrail trail;

    Places(ElementTrail trail) {
        this.trail = trail;
    }

    @Override
    public void beforeUnmarshal(Object bean, Object parent) {
        trail.current().ifPresent(element -> elements.put(bean, element));
    }

    XmlProblem problem(Object bean, String message) {
        return element(bean).problem(message);
    }

    /** The bean's whole element in normal form. */
    String xml(Object bean) {
        return element(bean).xml();
    }

    private SourceElement element(Object bean) {
        SourceElement element = elements.get(bean);
        if (element == null) {
            throw new IllegalArgumentException("not a bean of this document: " + bean);
        }
        return element;
    }
}
