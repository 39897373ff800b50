package dev.vsh.xjc;

import static dev.vsh.xjc.BeanCode.indent;

import com.sun.tools.xjc.model.CAttributePropertyInfo;
import com.sun.tools.xjc.outline.FieldOutline;
import com.sun.xml.xsom.XSAttributeUse;
import com.sun.xml.xsom.XSSimpleType;

/** An attribute. */
final class AttributeProperty implements Property {
    private final Accessors accessors;
    private final String name;
    private final boolean required;
    private final String test;

    AttributeProperty(FieldOutline field, CAttributePropertyInfo property, SimpleTypes types) {
        this.accessors = new Accessors(field);
        this.name = Literal.of(property.getXmlName().getLocalPart());
        this.required = property.isRequired();
        if (!property.getXmlName().getNamespaceURI().isEmpty()
                || !(property.getSchemaComponent() instanceof XSAttributeUse use)
                || use.getDefaultValue() != null
                || use.getFixedValue() != null) {
            throw new UnsupportedSchemaException("the attribute " + property.getXmlName());
        }
        XSSimpleType type = use.getDecl().getType();
        this.test = types.test(type, "value");
    }

    @Override
    public String attributeCases() {
        return indent(3, "case " + name + ":")
                + indent(4, "if (!(" + test + ")) {")
                + indent(5, "return false;")
                + indent(4, "}")
                + indent(4, accessors.set(accessors.value("value")))
                + indent(4, "return true;");
    }

    @Override
    public String required() {
        return required ? name : "";
    }

    @Override
    public String writeAttribute() {
        String line = "sink.attribute(" + name + ", " + accessors.text() + ");";
        if (accessors.isPrimitive()) {
            return indent(2, line);
        }
        return indent(2, "if (" + accessors.get() + " != null) {")
                + indent(3, line)
                + indent(2, "}");
    }
}
