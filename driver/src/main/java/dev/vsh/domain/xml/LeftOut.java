package dev.vsh.domain.xml;

import java.util.HashSet;
import java.util.Set;

/** The parts of a document that are passed over as if they were not there. */
final class LeftOut {
    /** An element by its ordinal, or one attribute of it; a blank name means the element. */
    record Part(int ordinal, String attribute) {
        static Part element(SourceElement element) {
            return new Part(element.ordinal(), "");
        }

        static Part attribute(SourceElement element, String name) {
            return new Part(element.ordinal(), name);
        }
    }

    private final Set<Part> parts = new HashSet<>();

    /** Whether the part is a new one. */
    boolean add(Part part) {
        return parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean hasElement(int ordinal) {
        return parts.contains(new Part(ordinal, ""));
    }

    boolean hasAttribute(int ordinal, String name) {
        return parts.contains(new Part(ordinal, name));
    }
}
