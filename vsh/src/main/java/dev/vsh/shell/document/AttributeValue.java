package dev.vsh.shell.document;

/** Text between the quotes of an attribute. */
final class AttributeValue {
    private AttributeValue() {}

    static String quoted(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
