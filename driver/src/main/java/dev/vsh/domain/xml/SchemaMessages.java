package dev.vsh.domain.xml;

import java.util.List;

/** What users read when a document is not in the grammar. */
final class SchemaMessages {
    private static final int MAX_QUOTE = 40;

    private final DomainGrammar grammar;

    SchemaMessages(DomainGrammar grammar) {
        this.grammar = grammar;
    }

    XmlProblem wrongRoot(SourceElement element) {
        return element.problem("the document is <" + element.name() + ">, expected <domain>");
    }

    XmlProblem notEmpty(SourceElement element) {
        return element.problem(tag(element) + " must be empty");
    }

    XmlProblem textNotAllowed(SourceElement element) {
        String text = element.text().strip();
        String start = text.length() > MAX_QUOTE ? text.substring(0, MAX_QUOTE) + "…" : text;
        return element.problem(
                tag(element) + " holds the text '" + start + "', expected elements only");
    }

    XmlProblem onlyText(SourceElement element) {
        return element.problem(tag(element) + " may hold text only, no elements");
    }

    XmlProblem badValue(SourceElement element) {
        String expected = grammar.vocabulary().expectedIn(element.path());
        return element.problem(tag(element) + " is '" + element.text() + "', expected " + expected);
    }

    XmlProblem badAttribute(SourceElement element, String attribute) {
        String expected = grammar.vocabulary().expectedIn(element.path(), attribute);
        return element.problem(
                "attribute '%s' of %s is '%s', expected %s"
                        .formatted(
                                attribute,
                                tag(element),
                                element.attributes().getOrDefault(attribute, ""),
                                expected));
    }

    XmlProblem missingAttribute(SourceElement element, String attribute) {
        return element.problem(tag(element) + " needs the attribute '" + attribute + "'");
    }

    XmlProblem unknownAttribute(SourceElement element, String attribute) {
        List<String> known = grammar.vocabulary().attributesOf(element.path());
        return element.problem(
                "attribute '%s' of %s is not known%s"
                        .formatted(attribute, tag(element), hint(attribute, known)));
    }

    XmlProblem incomplete(SourceElement element) {
        List<String> missing =
                grammar.vocabulary().requiredIn(element.path()).stream()
                        .filter(name -> !element.hasChild(name))
                        .toList();
        return element.problem(tag(element) + " is not complete" + list(missing, ", expected "));
    }

    /** Whether the element's name is right and only its number or order wrong. */
    boolean isKnown(SourceElement element) {
        return element.parent()
                .map(
                        parent ->
                                children(parent).stream()
                                        .anyMatch(
                                                name -> local(name).equals(local(element.name()))))
                .orElse(false);
    }

    XmlProblem onlyOnce(SourceElement element) {
        String parent = element.parent().map(SchemaMessages::tag).orElse("the document");
        return element.problem(tag(element) + " may stand only once in " + parent);
    }

    XmlProblem unknownElement(SourceElement element) {
        String parent = element.parent().map(SchemaMessages::tag).orElse("the document");
        List<String> known = element.parent().map(this::children).orElse(List.of());
        String belongs =
                grammar.vocabulary()
                        .onlyParentOf(element.name())
                        .map(home -> ", it belongs in <" + home + ">")
                        .orElseGet(() -> elementHint(element.name(), known));
        return element.problem(tag(element) + " is not known in " + parent + belongs);
    }

    /** Documents are free to choose their prefixes, so names are compared without. */
    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private String elementHint(String name, List<String> known) {
        String prefix = name.substring(0, name.indexOf(':') + 1);
        return NearestName.of(local(name), known)
                .map(
                        near ->
                                ", did you mean <"
                                        + (near.contains(":") ? near : prefix + near)
                                        + ">?")
                .orElseGet(
                        () ->
                                known.isEmpty()
                                        ? ", which holds no elements"
                                        : list(known, ", expected "));
    }

    private static String hint(String name, List<String> known) {
        return NearestName.of(name, known)
                .map(near -> ", did you mean '" + near + "'?")
                .orElseGet(
                        () ->
                                known.isEmpty()
                                        ? ", it has none"
                                        : ", expected one of: " + String.join(", ", known));
    }

    private List<String> children(SourceElement element) {
        return grammar.vocabulary().elementsOf(element.path());
    }

    private static String list(List<String> names, String lead) {
        if (names.isEmpty()) {
            return "";
        }
        return names.size() == 1
                ? lead + "<" + names.getFirst() + ">"
                : lead + "one of: " + String.join(", ", names);
    }

    private static String tag(SourceElement element) {
        return "<" + element.name() + ">";
    }
}
