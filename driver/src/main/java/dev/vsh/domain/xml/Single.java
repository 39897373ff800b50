package dev.vsh.domain.xml;

import java.util.List;
import java.util.Optional;

/** Reads elements that may stand only once, which the beans hold in lists all the same. */
final class Single {
    private Single() {}

    static <T> Optional<T> of(List<T> elements) {
        return elements.stream().findFirst();
    }
}
