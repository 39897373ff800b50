package dev.vsh.domain.xml;

import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.OpaqueXml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The children of an element that are kept as they are: their names, and where the bean holds them.
 *
 * @param <B> the parent's bean
 */
final class OpaqueChildren<B> {
    private final String parent;
    private final Map<String, Function<B, List<OpaqueXml>>> lists = new LinkedHashMap<>();

    /**
     * @param parent path of the parent below {@code <domain>}, which has none itself
     */
    OpaqueChildren(String parent) {
        this.parent = parent.isEmpty() ? "" : parent + "/";
    }

    OpaqueChildren<B> with(String name, Function<B, List<OpaqueXml>> list) {
        lists.put(parent + name, list);
        return this;
    }

    List<OpaqueElement> read(B bean, Places places) {
        List<OpaqueElement> elements = new ArrayList<>();
        lists.forEach(
                (path, list) -> {
                    for (OpaqueXml xml : list.apply(bean)) {
                        elements.add(new OpaqueElement(path, places.xml(xml)));
                    }
                });
        return elements;
    }

    /** Writes those of the elements that belong here. */
    void write(List<OpaqueElement> elements, B bean, Verbatim verbatim) {
        for (OpaqueElement element : elements) {
            Function<B, List<OpaqueXml>> list = lists.get(element.path());
            if (list != null) {
                list.apply(bean).add(verbatim.in(new OpaqueXml(), element.xml()));
            }
        }
    }
}
