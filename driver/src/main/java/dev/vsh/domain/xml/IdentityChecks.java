package dev.vsh.domain.xml;

import dev.vsh.schema.OpaqueXml;
import dev.vsh.schema.TextXml;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What a domain calls itself. */
final class IdentityChecks {
    private IdentityChecks() {}

    static void name(ParsedDomain domain, Consumer<XmlProblem> problems) {
        Single.of(domain.xml().getName())
                .ifPresentOrElse(
                        name -> name(domain, name, problems),
                        () -> problems.accept(domain.problem("<domain> needs a <name>")));
    }

    private static void name(ParsedDomain domain, TextXml xml, Consumer<XmlProblem> problems) {
        String name = xml.getValue();
        DocumentName.fault(name)
                .ifPresent(
                        fault ->
                                problems.accept(
                                        domain.places()
                                                .problemAt("/domain/name", "the name " + fault)));
    }

    static void title(ParsedDomain domain, Consumer<XmlProblem> problems) {
        String message = "<title> cannot contain newlines";
        Texts.first(domain.xml().getTitle())
                .filter(title -> title.contains("\n"))
                .ifPresent(
                        _ -> problems.accept(domain.places().problemAt("/domain/title", message)));
    }

    /** Programs find their own metadata by its namespace. */
    static void metadata(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (OpaqueXml metadata : domain.xml().getMetadata()) {
            Set<String> namespaces = new HashSet<>();
            for (MetadataChild child : MetadataChild.of(domain.places().tree(metadata))) {
                if (child.namespace().isEmpty()) {
                    problems.accept(
                            domain.problem(
                                    metadata,
                                    "<%s> in <metadata> has no namespace".formatted(child.name())));
                } else if (!namespaces.add(child.namespace())) {
                    problems.accept(
                            domain.problem(
                                    metadata,
                                    "<metadata> holds two elements of the namespace %s"
                                            .formatted(Quote.of(child.namespace()))));
                }
            }
        }
    }
}
