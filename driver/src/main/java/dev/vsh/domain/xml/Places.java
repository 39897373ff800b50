package dev.vsh.domain.xml;

import jakarta.xml.bind.Unmarshaller;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Remembers of each bean which element of the document it was made from. JAXB does not announce beans that hold
 * nothing but a text; their elements are found by path.
 */
final class Places extends Unmarshaller.Listener {
    private final IdentityHashMap<Object, SourceElement> byBean = new IdentityHashMap<>();
    private final Map<String, SourceElement> byPath = new HashMap<>();
    private final Map<SourceElement, XmlNode.Element> trees = new IdentityHashMap<>();
    private @Nullable SourceElement current; // null before the root

    /** The element that the next bean is made from; there is a bean for each. */
    boolean visit(SourceElement element) {
        current = element;
        if (element.isFirst()) {
            byPath.putIfAbsent(element.path(), element);
        }
        return true;
    }

    @Override
    public void beforeUnmarshal(Object bean, Object parent) {
        made(bean);
    }

    /** A bean that is made from the current element. */
    void made(Object bean) {
        SourceElement element = current;
        if (element != null) {
            byBean.put(bean, element);
        }
    }

    String name(Object bean) {
        return element(bean).name();
    }

    XmlProblem problem(Object bean, String message) {
        return element(bean).problem(message);
    }

    /**
     * @param path of an element of which there is one: {@code /domain/name}
     */
    XmlProblem problemAt(String path, String message) {
        SourceElement element = byPath.get(path);
        if (element == null) {
            throw new IllegalArgumentException("the document has no " + path);
        }
        return element.problem(message);
    }

    /** The bean's whole element in normal form. */
    String xml(Object bean) {
        return NormalForm.print(tree(bean)).stripTrailing();
    }

    /** The bean's whole element as it was written; what is in it takes its time, and is asked for more than once. */
    XmlNode.Element tree(Object bean) {
        return trees.computeIfAbsent(element(bean), SourceElement::tree);
    }

    private SourceElement element(Object bean) {
        SourceElement element = byBean.get(bean);
        if (element == null) {
            throw new IllegalArgumentException("not a bean of this document: " + bean);
        }
        return element;
    }
}
