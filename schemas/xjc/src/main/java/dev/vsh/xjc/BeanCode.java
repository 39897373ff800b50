package dev.vsh.xjc;

import com.sun.codemodel.JDefinedClass;
import com.sun.tools.xjc.model.CAttributePropertyInfo;
import com.sun.tools.xjc.model.CElementPropertyInfo;
import com.sun.tools.xjc.model.CPropertyInfo;
import com.sun.tools.xjc.model.CPropertyVisitor;
import com.sun.tools.xjc.model.CReferencePropertyInfo;
import com.sun.tools.xjc.model.CValuePropertyInfo;
import com.sun.tools.xjc.outline.ClassOutline;
import com.sun.tools.xjc.outline.FieldOutline;
import com.sun.tools.xjc.outline.Outline;
import com.sun.xml.xsom.XSComplexType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The code for one bean: a line or two of each method comes from each property. */
final class BeanCode {
    private final String home;
    private final String bean;
    private final boolean anyAttribute;
    private final ContentModel content;
    private final List<Property> properties = new ArrayList<>();

    BeanCode(Outline outline, ClassOutline bean, SimpleTypes types) {
        this.home = bean._package()._package().name();
        this.bean = bean.ref.name();
        this.anyAttribute = bean.target.hasAttributeWildcard();
        if (!(bean.target.getSchemaComponent() instanceof XSComplexType type)) {
            throw new UnsupportedSchemaException("the anonymous type of " + this.bean);
        }
        this.content = ContentModel.of(type);
        if (bean.getSuperClass() != null && content == ContentModel.ELEMENTS) {
            throw new UnsupportedSchemaException("elements added to another type by " + this.bean);
        }
        for (FieldOutline field : fields(bean)) {
            CPropertyInfo property = field.getPropertyInfo();
            properties.add(property.accept(new Properties(outline, field, type, types)));
        }
    }

    static String name(JDefinedClass bean) {
        return bean.name() + "Code";
    }

    /**
     * Those of the class that it extends come last: JAXB writes attributes in that order.
     */
    private static List<FieldOutline> fields(ClassOutline bean) {
        List<FieldOutline> fields = new ArrayList<>(List.of(bean.getDeclaredFields()));
        if (bean.getSuperClass() != null) {
            fields.addAll(fields(bean.getSuperClass()));
        }
        return fields;
    }

    private record Properties(
            Outline outline, FieldOutline field, XSComplexType type, SimpleTypes types)
            implements CPropertyVisitor<Property> {
        @Override
        public Property onElement(CElementPropertyInfo property) {
            return new ChildProperty(outline, field, property);
        }

        @Override
        public Property onAttribute(CAttributePropertyInfo property) {
            return new AttributeProperty(field, property, types);
        }

        @Override
        public Property onValue(CValuePropertyInfo property) {
            return new TextProperty(field, type.getContentType().asSimpleType(), types);
        }

        @Override
        public Property onReference(CReferencePropertyInfo property) {
            return property.isMixed()
                    ? new Property.None()
                    : new SubstitutedProperty(outline, field, property);
        }
    }

    String source() {
        return """
        package %1$s;

        import dev.vsh.schema.code.BeanCode;
        import dev.vsh.schema.code.BeanSink;
        import dev.vsh.schema.code.Content;

        import jakarta.xml.bind.JAXBElement;

        import org.jspecify.annotations.Nullable;

        import java.util.List;

        import javax.xml.namespace.QName;

        /** Reads and writes {@link %2$s}. */
        public final class %2$sCode extends BeanCode<%2$s> {
            public static final %2$sCode IT = new %2$sCode();

            private %2$sCode() {}

            @Override
            public %2$s make() {
                return new %2$s();
            }

            @Override
            public Content content() {
                return Content.%3$s;
            }

            @Override
            public boolean attribute(%2$s bean, String namespace, String name, String value) {
                switch (namespace.isEmpty() ? name : "") {
        %4$s\
                    default:
        %5$s\
                }
            }

            @Override
            public List<String> required() {
                return List.of(%6$s);
            }

            @Override
            public @Nullable BeanCode<?> child(String namespace, String name) {
                switch (name) {
        %7$s\
                    default:
                        return null;
                }
            }

            @Override
            public boolean add(%2$s bean, String name, Object child) {
                switch (name) {
        %8$s\
                    default:
                        return false;
                }
            }

            @Override
            public boolean text(%2$s bean, String text) {
        %9$s\
            }

            @Override
            public boolean isComplete(%2$s bean) {
                return %10$s;
            }

            @Override
            public void attributes(%2$s bean, BeanSink sink) {
        %11$s\
            }

            @Override
            public void children(%2$s bean, BeanSink sink) {
        %12$s\
            }
        }
        """
                .formatted(
                        home,
                        bean,
                        content.name(),
                        lines(Property::attributeCases),
                        anyAttribute
                                ? indent(
                                        4,
                                        "return other(bean.getOtherAttributes(), namespace, name,"
                                                + " value);")
                                : indent(4, "return false;"),
                        all(Property::required, ", "),
                        lines(Property::childCases),
                        lines(Property::addCases),
                        texts(),
                        complete(),
                        lines(Property::writeAttribute)
                                + (anyAttribute
                                        ? indent(2, "others(bean.getOtherAttributes(), sink);")
                                        : ""),
                        lines(Property::writeChildren));
    }

    private String texts() {
        String text = lines(Property::readText);
        return text.isEmpty() ? indent(2, "return false;") : text;
    }

    private String complete() {
        String conditions = all(Property::complete, " && ");
        return conditions.isEmpty() ? "true" : conditions;
    }

    private String lines(Function<Property, String> part) {
        return properties.stream().map(part).collect(Collectors.joining());
    }

    private String all(Function<Property, String> part, String between) {
        return properties.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }

    static String indent(int levels, String line) {
        return "    ".repeat(levels) + line + "\n";
    }
}
