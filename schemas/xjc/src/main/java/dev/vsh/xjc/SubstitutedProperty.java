package dev.vsh.xjc;

import static dev.vsh.xjc.BeanCode.indent;

import com.sun.tools.xjc.model.CClassInfo;
import com.sun.tools.xjc.model.CElement;
import com.sun.tools.xjc.model.CElementInfo;
import com.sun.tools.xjc.model.CReferencePropertyInfo;
import com.sun.tools.xjc.outline.FieldOutline;
import com.sun.tools.xjc.outline.Outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Elements of several names that may stand for one, each kept with its name. */
final class SubstitutedProperty implements Property {
    private final Accessors accessors;
    private final List<String> names;
    private final String bean;

    SubstitutedProperty(Outline outline, FieldOutline field, CReferencePropertyInfo property) {
        this.accessors = new Accessors(field);
        CElement only = property.getElements().iterator().next();
        if (property.getElements().size() != 1
                || !(only instanceof CElementInfo head)
                || !head.isAbstract()
                || !(head.getContentType() instanceof CClassInfo target)) {
            throw new UnsupportedSchemaException("the elements of " + property.displayName());
        }
        this.names = names(head);
        this.bean = outline.getClazz(target).ref.fullName();
    }

    private static List<String> names(CElementInfo head) {
        List<String> names = new ArrayList<>();
        for (CElementInfo member : head.getSubstitutionMembers()) {
            if (!member.getElementName().getNamespaceURI().isEmpty()
                    || member.isAbstract()
                    || !member.getSubstitutionMembers().isEmpty()) {
                throw new UnsupportedSchemaException("the element " + member.getElementName());
            }
            names.add(Literal.of(member.getElementName().getLocalPart()));
        }
        return names;
    }

    @Override
    public String childCases() {
        return cases() + indent(4, "return namespace.isEmpty() ? " + bean + "Code.IT : null;");
    }

    private String cases() {
        return names.stream()
                .sorted()
                .map(name -> indent(3, "case " + name + ":"))
                .collect(Collectors.joining());
    }

    @Override
    public String addCases() {
        String element =
                "new JAXBElement<>(new QName(name), %1$s.class, (%1$s) child)".formatted(bean);
        return cases()
                + indent(4, accessors.get() + ".add(" + element + ");")
                + indent(4, "return true;");
    }

    @Override
    public String writeChildren() {
        return indent(2, "for (JAXBElement<" + bean + "> child : " + accessors.get() + ") {")
                + indent(3, "String name = child.getName().getLocalPart();")
                + indent(3, "sink.element(\"\", name, " + bean + "Code.IT, child.getValue());")
                + indent(2, "}");
    }
}
