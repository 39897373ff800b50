package dev.vsh.domain.xml;

import dev.vsh.domain.OpaqueElement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The attributes of an element that are kept as they are.
 *
 * @param <B> the element's bean
 */
final class OpaqueAttributes<B> {
    private record Access<B>(Function<B, @Nullable String> getter, BiConsumer<B, String> setter) {}

    private final String element;
    private final Map<String, Access<B>> attributes = new LinkedHashMap<>();

    /**
     * @param element path of the element below {@code <domain>}
     */
    OpaqueAttributes(String element) {
        this.element = element;
    }

    OpaqueAttributes<B> with(
            String name, Function<B, @Nullable String> getter, BiConsumer<B, String> setter) {
        attributes.put(element + "/@" + name, new Access<>(getter, setter));
        return this;
    }

    List<OpaqueElement> read(B bean) {
        List<OpaqueElement> found = new ArrayList<>();
        attributes.forEach(
                (path, access) -> {
                    String value = access.getter().apply(bean);
                    if (value != null) {
                        found.add(new OpaqueElement(path, value));
                    }
                });
        return found;
    }

    void write(List<OpaqueElement> elements, B bean) {
        for (OpaqueElement kept : elements) {
            Access<B> access = attributes.get(kept.path());
            if (access != null) {
                access.setter().accept(bean, kept.xml());
            }
        }
    }
}
