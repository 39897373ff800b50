package dev.vsh.xjc;

import static dev.vsh.xjc.BeanCode.indent;

import com.sun.tools.xjc.outline.FieldOutline;
import com.sun.xml.xsom.XSSimpleType;

/** The text of an element that has nothing else in it. */
final class TextProperty implements Property {
    private final Accessors accessors;
    private final String test;

    TextProperty(FieldOutline field, XSSimpleType type, SimpleTypes types) {
        this.accessors = new Accessors(field);
        this.test = types.test(type, "text");
    }

    @Override
    public String readText() {
        return indent(2, "if (!(" + test + ")) {")
                + indent(3, "return false;")
                + indent(2, "}")
                + indent(2, accessors.set(accessors.value("text")))
                + indent(2, "return true;");
    }

    @Override
    public String writeChildren() {
        String line = "sink.text(" + accessors.text() + ");";
        if (accessors.isPrimitive()) {
            return indent(2, line);
        }
        return indent(2, "if (" + accessors.get() + " != null) {")
                + indent(3, line)
                + indent(2, "}");
    }
}
