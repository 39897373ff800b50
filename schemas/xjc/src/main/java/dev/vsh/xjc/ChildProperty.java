package dev.vsh.xjc;

import static dev.vsh.xjc.BeanCode.indent;

import com.sun.tools.xjc.model.CClassInfo;
import com.sun.tools.xjc.model.CElementPropertyInfo;
import com.sun.tools.xjc.model.CTypeRef;
import com.sun.tools.xjc.outline.FieldOutline;
import com.sun.tools.xjc.outline.Outline;

import javax.xml.namespace.QName;

/** Elements of one name. */
final class ChildProperty implements Property {
    private final Accessors accessors;
    private final boolean required;
    private final String namespace;
    private final String name;
    private final String bean;

    ChildProperty(Outline outline, FieldOutline field, CElementPropertyInfo property) {
        this.accessors = new Accessors(field);
        this.required = property.isRequired();
        CTypeRef type = property.getTypes().get(0);
        if (property.getTypes().size() != 1
                || type.getDefaultValue() != null
                || type.isNillable()
                || !(type.getTarget() instanceof CClassInfo target)) {
            throw new UnsupportedSchemaException("the elements of " + property.displayName());
        }
        QName tag = type.getTagName();
        this.namespace = Literal.of(tag.getNamespaceURI());
        this.name = Literal.of(tag.getLocalPart());
        this.bean = outline.getClazz(target).ref.fullName();
    }

    @Override
    public String childCases() {
        return childCase(namespace, name, bean);
    }

    static String childCase(String namespace, String name, String bean) {
        return indent(3, "case " + name + ":")
                + indent(
                        4,
                        "return namespace.equals(" + namespace + ") ? " + bean + "Code.IT : null;");
    }

    @Override
    public String addCases() {
        String child = "(" + bean + ") child";
        String start = indent(3, "case " + name + ":");
        if (accessors.isList()) {
            return start
                    + indent(4, accessors.get() + ".add(" + child + ");")
                    + indent(4, "return true;");
        }
        return start
                + indent(4, "if (" + accessors.get() + " != null) {")
                + indent(5, "return false;")
                + indent(4, "}")
                + indent(4, accessors.set(child))
                + indent(4, "return true;");
    }

    @Override
    public String complete() {
        return required && !accessors.isList() ? accessors.get() + " != null" : "";
    }

    @Override
    public String writeChildren() {
        String element = "sink.element(" + namespace + ", " + name + ", " + bean + "Code.IT, ";
        return accessors.isList()
                ? indent(2, "for (" + bean + " child : " + accessors.get() + ") {")
                        + indent(3, element + "child);")
                        + indent(2, "}")
                : indent(2, "if (" + accessors.get() + " != null) {")
                        + indent(3, element + accessors.get() + ");")
                        + indent(2, "}");
    }
}
