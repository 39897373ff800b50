package dev.vsh.domain.xml;

import dev.vsh.schema.OpaqueXml;
import dev.vsh.schema.TextXml;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a domain calls itself. */
final class IdentityChecks {
    /** With the suffixes that it gets, the name must still be a file name, which the kernel bounds at 255 bytes. */
    private static final int MAX_NAME_BYTES = 200;

    private IdentityChecks() {}

    static void name(ParsedDomain domain, Consumer<XmlProblem> problems) {
        Single.of(domain.xml().getName())
                .ifPresentOrElse(
                        name -> name(domain, name, problems),
                        () -> problems.accept(domain.problem("<domain> needs a <name>")));
    }

    private static void name(ParsedDomain domain, TextXml xml, Consumer<XmlProblem> problems) {
        String name = xml.getValue();
        fault(name)
                .ifPresent(
                        fault ->
                                problems.accept(
                                        domain.places()
                                                .problemAt("/domain/name", "the name " + fault)));
    }

    private static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of(Quote.of(name) + " is that of a folder");
        }
        if (name.contains("/")) {
            return Optional.of(Quote.of(name) + " contains '/'");
        }
        if (name.contains("\n")) {
            return Optional.of("contains a newline");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            return Optional.of("is longer than " + MAX_NAME_BYTES + " bytes");
        }
        return Optional.empty();
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
            for (MetadataChild child : MetadataChild.of(domain.places().xml(metadata))) {
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
