package dev.vsh.xjc;

import com.sun.xml.xsom.XSFacet;
import com.sun.xml.xsom.XSRestrictionSimpleType;
import com.sun.xml.xsom.XSSimpleType;
import com.sun.xml.xsom.XSUnionSimpleType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One method for each simple type of a package, which says whether a text is of the type. The answer may be no for some
 * that are, written in a way that hardly anybody uses (+5 for 5), but is never yes for one that is not.
 */
final class SimpleTypes {
    static final String NAME = "SimpleTypes";

    private static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

    /** What each builtin type takes besides the facets that restrictions of it add. */
    private static final Map<String, String> BUILTIN =
            Map.of(
                    "string", "true",
                    "token", "dev.vsh.schema.code.Facets.isCollapsed(text)",
                    "long",
                            "dev.vsh.schema.code.Facets.isInteger(text, Long.MIN_VALUE,"
                                    + " Long.MAX_VALUE)",
                    "int",
                            "dev.vsh.schema.code.Facets.isInteger(text, Integer.MIN_VALUE,"
                                    + " Integer.MAX_VALUE)",
                    "unsignedInt", "dev.vsh.schema.code.Facets.isInteger(text, 0, 4294967295L)");

    private final String home;
    private final Map<String, String> methods = new TreeMap<>();

    SimpleTypes(String home) {
        this.home = home;
    }

    /** An expression that says whether an expression of type String is of the type. */
    String test(XSSimpleType type, String text) {
        if (type.getName() == null) {
            throw new UnsupportedSchemaException("a simple type without a name");
        }
        if (type.getTargetNamespace().equals(XML_SCHEMA)) {
            return builtin(type).replace("text", text);
        }
        if (!methods.containsKey(type.getName())) {
            // Before its body, which may ask for the same.
            methods.put(type.getName(), "");
            methods.put(type.getName(), method(type));
        }
        return "SimpleTypes." + type.getName() + "(" + text + ")";
    }

    private static String builtin(XSSimpleType type) {
        String test = BUILTIN.get(type.getName());
        if (test == null) {
            throw new UnsupportedSchemaException("xs:" + type.getName());
        }
        return test;
    }

    private String method(XSSimpleType type) {
        List<String> members = new ArrayList<>();
        String body = body(type, members);
        return """
            static boolean %s(String text) {
                return %s;
            }
        %s\
        """
                .formatted(type.getName(), body, String.join("", members));
    }

    private String body(XSSimpleType type, List<String> members) {
        if (type.isUnion()) {
            return anyOf(type.asUnion());
        }
        if (!type.isRestriction()) {
            throw new UnsupportedSchemaException("the list type " + type.getName());
        }
        return restricted(type.asRestriction(), members);
    }

    private String anyOf(XSUnionSimpleType union) {
        List<String> tests = new ArrayList<>();
        for (int i = 0; i < union.getMemberSize(); i++) {
            tests.add(test(union.getMember(i), "text"));
        }
        return String.join(" || ", tests);
    }

    /** A step of the derivation: patterns of one step are alternatives, and so are its enumerations. */
    private String restricted(XSRestrictionSimpleType type, List<String> members) {
        List<String> tests = new ArrayList<>();
        String base = test(type.getSimpleBaseType(), "text");
        if (!base.equals("true")) {
            tests.add(base);
        }
        List<XSFacet> facets = new ArrayList<>(type.getDeclaredFacets());
        values(facets, XSFacet.FACET_ENUMERATION)
                .ifPresent(
                        list ->
                                tests.add(
                                        list.stream()
                                                .map(value -> "text.equals(" + value + ")")
                                                .collect(Collectors.joining(" || ", "(", ")"))));
        values(facets, XSFacet.FACET_PATTERN)
                .ifPresent(list -> tests.add(pattern(type.getName(), list, members)));
        facets.forEach(facet -> tests.add(test(facet)));
        return tests.isEmpty() ? "true" : String.join(" && ", tests);
    }

    /** Takes the facets of a kind out of the list: their values as Java literals. */
    private static Optional<List<String>> values(List<XSFacet> facets, String kind) {
        List<String> values =
                facets.stream()
                        .filter(facet -> facet.getName().equals(kind))
                        .map(facet -> facet.getValue().value)
                        .map(kind.equals(XSFacet.FACET_PATTERN) ? Patterns::java : v -> v)
                        .map(Literal::of)
                        .toList();
        facets.removeIf(facet -> facet.getName().equals(kind));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** A pattern is compiled when the first text asks for it. */
    private static String pattern(String type, List<String> patterns, List<String> members) {
        String holder = "Pattern_" + type;
        String all = String.join(" + \"|\" + ", patterns);
        members.add(
                """

                    private static final class %s {
                        static final Pattern IT = Pattern.compile(%s);
                    }
                """
                        .formatted(holder, all));
        return holder + ".IT.matcher(text).matches()";
    }

    private static String test(XSFacet facet) {
        String value = facet.getValue().value;
        return switch (facet.getName()) {
            case XSFacet.FACET_MININCLUSIVE -> "Long.parseLong(text) >= " + value + "L";
            case XSFacet.FACET_MAXINCLUSIVE -> "Long.parseLong(text) <= " + value + "L";
            case XSFacet.FACET_MINLENGTH -> nonEmpty(value);
            default -> throw new UnsupportedSchemaException("the facet " + facet.getName());
        };
    }

    /** Longer ones would have to be counted in characters, of which Java may need two each. */
    private static String nonEmpty(String length) {
        if (!length.equals("1")) {
            throw new UnsupportedSchemaException("minLength " + length);
        }
        return "!text.isEmpty()";
    }

    String source() {
        return """
        package %s;

        import java.util.regex.Pattern;

        /** Which texts are of which type. */
        final class SimpleTypes {
            private SimpleTypes() {}

        %s}
        """
                .formatted(home, String.join("\n", methods.values()));
    }
}
