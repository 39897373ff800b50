package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what the JDK's validator says. Its messages are for people who know the schema specification, so only
 * the key that they begin with and the names in quotes are used; the words are those of {@link SchemaMessages}.
 */
final class ViolationReader {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern BAD_ATTRIBUTE =
            Pattern.compile(".*' of attribute '([^']*)' on element '.*", Pattern.DOTALL);

    private final SchemaMessages messages;
    private final ElementTrail trail;
    private boolean badValue;

    ViolationReader(SchemaMessages messages, ElementTrail trail) {
        this.messages = messages;
        this.trail = trail;
    }

    /** Nothing if the validator goes on to say more about the same thing. */
    Optional<Finding> read(SourceElement element, String message) {
        String key = message.substring(0, Math.max(message.indexOf(':'), 0));
        boolean firstHalf = key.startsWith("cvc-datatype-valid") || key.endsWith("-valid");
        Optional<Finding> finding =
                firstHalf ? Optional.empty() : Optional.of(finding(element, key, message));
        badValue = firstHalf;
        return finding;
    }

    private Finding finding(SourceElement element, String key, String message) {
        return switch (key) {
            case "cvc-elt.1", "cvc-elt.1.a" -> Finding.violation(() -> messages.wrongRoot(element));
            case "cvc-complex-type.2.1" -> Finding.violation(() -> messages.notEmpty(element));
            case "cvc-complex-type.2.3" ->
                    Finding.violation(() -> messages.textNotAllowed(element));
            case "cvc-complex-type.2.2", "cvc-type.3.1.3" ->
                    Finding.violation(
                            badValue
                                    ? () -> messages.badValue(element)
                                    : () -> messages.onlyText(element));
            case "cvc-complex-type.3.2.2" -> unknownAttribute(element, quoted(message).getFirst());
            case "cvc-complex-type.4" ->
                    Finding.violation(
                            () -> messages.missingAttribute(element, quoted(message).getFirst()));
            case "cvc-attribute.3" -> badAttribute(element, message);
            default ->
                    key.startsWith("cvc-complex-type.2.4")
                            ? badContent(element)
                            : Finding.violation(() -> element.problem(message));
        };
    }

    private Finding unknownAttribute(SourceElement element, String name) {
        return Finding.unknown(
                LeftOut.Part.attribute(element, name),
                () -> messages.unknownAttribute(element, name));
    }

    private Finding badAttribute(SourceElement element, String message) {
        Matcher matcher = BAD_ATTRIBUTE.matcher(message);
        return Finding.violation(
                matcher.matches()
                        ? () -> messages.badAttribute(element, matcher.group(1))
                        : () -> element.problem(message));
    }

    /** At the start of an element the element is wrong, at its end what it lacks. */
    private Finding badContent(SourceElement element) {
        if (trail.atEnd()) {
            return Finding.violation(() -> messages.incomplete(element));
        }
        LeftOut.Part part = LeftOut.Part.element(element);
        return element.isFirst()
                ? Finding.unknown(part, () -> messages.unknownElement(element))
                : Finding.misplaced(part, () -> messages.onlyOnce(element));
    }

    private static List<String> quoted(String message) {
        List<String> names = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(message);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names.isEmpty() ? List.of("?") : names;
    }
}
