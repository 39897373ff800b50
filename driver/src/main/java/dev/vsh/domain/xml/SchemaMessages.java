package dev.vsh.domain.xml;

import java.util.List;

/** What users read when a document is not in the grammar. */
final class SchemaMessages {
    private final Grammar<?> grammar;

    SchemaMessages(Grammar<?> grammar) {
        this.grammar = grammar;
    }

    XmlProblem wrongRoot(SourceElement element) {
        return element.problem(
                "the document is <" + element.name() + ">, expected <" + grammar.root() + ">");
    }

    XmlProblem notEmpty(SourceElement element) {
        return element.problem(tag(element) + " must be empty");
    }

    XmlProblem textNotAllowed(SourceElement element) {
        String text = Quote.of(element.text().strip());
        return element.problem(
                tag(element) + " holds the text " + text + ", expected elements only");
    }

    XmlProblem onlyText(SourceElement element) {
        return element.problem(tag(element) + " may hold text only, no elements");
    }

    XmlProblem badValue(SourceElement element) {
        String expected = grammar.vocabulary().expectedIn(element.path());
        return element.problem(
                tag(element) + " is " + Quote.of(element.text()) + ", expected " + expected);
    }

    XmlProblem badAttribute(SourceElement element, String attribute) {
        String expected = grammar.vocabulary().expectedIn(element.path(), attribute);
        return element.problem(
                "attribute '%s' of %s is %s, expected %s"
                        .formatted(
                                attribute,
                                tag(element),
                                Quote.of(element.attributes().getOrDefault(attribute, "")),
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
                        .orElseGet(() -> elementHint(element, known));
        return element.problem(tag(element) + " is not known in " + parent + belongs);
    }

    /** The name is suggested with the prefix that the document uses, if any. */
    private static String elementHint(SourceElement element, List<String> known) {
        String prefix = element.name().substring(0, element.name().indexOf(':') + 1);
        String nothing = known.isEmpty() ? ", which holds no elements" : list(known, ", expected ");
        return NearestName.of(element.localName(), known)
                .map(near -> isAsItShouldBe(near, element) ? near : prefix + near)
                .map(near -> ", did you mean <" + near + ">?")
                .orElse(nothing);
    }

    private static boolean isAsItShouldBe(String near, SourceElement element) {
        return near.contains(":") || near.equals(element.localName());
    }

    private static String hint(String name, List<String> known) {
        String nothing =
                known.isEmpty()
                        ? ", it has none"
                        : ", expected one of: " + String.join(", ", known);
        return NearestName.of(name, known)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse(nothing);
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
