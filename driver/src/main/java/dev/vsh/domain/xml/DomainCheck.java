package dev.vsh.domain.xml;

import java.util.function.Consumer;

/** Something that is true of every domain and that the schemas cannot say. */
@FunctionalInterface
interface DomainCheck {
    /**
     * @param problems takes whatever is wrong
     */
    void check(ParsedDomain domain, Consumer<XmlProblem> problems);
}
