package dev.vsh.domain.xml;

import jakarta.xml.bind.Marshaller;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Beans that stand for XML that is written as it is. JAXB announces a bean right before the start of its element, and
 * {@link #announced()} tells whoever receives the element what to write instead.
 */
final class Verbatim extends Marshaller.Listener {
    private final IdentityHashMap<Object, String> xml = new IdentityHashMap<>();
    private @Nullable String announced; // null when the last bean announced is an ordinary one

    /** Makes the bean a stand-in for the element. */
    <T> T in(T bean, String element) {
        xml.put(bean, element);
        return bean;
    }

    @Override
    public void beforeMarshal(Object bean) {
        announced = xml.get(bean);
    }

    /** What to write for the element that starts now; asked once for each. */
    Optional<String> announced() {
        Optional<String> result = Optional.ofNullable(announced);
        announced = null;
        return result;
    }
}
