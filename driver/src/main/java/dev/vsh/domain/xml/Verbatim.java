package dev.vsh.domain.xml;

import java.util.IdentityHashMap;
import java.util.Optional;

/** Beans that stand for XML that is written as it is. */
final class Verbatim {
    private final IdentityHashMap<Object, String> xml = new IdentityHashMap<>();

    /** Makes the bean a stand-in for the element. */
    <T> T in(T bean, String element) {
        xml.put(bean, element);
        return bean;
    }

    /** What to write for a bean, if it stands for something. */
    Optional<String> element(Object bean) {
        return Optional.ofNullable(xml.get(bean));
    }
}
