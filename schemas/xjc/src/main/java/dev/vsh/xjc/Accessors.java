package dev.vsh.xjc;

import com.sun.tools.xjc.outline.FieldOutline;

import java.util.Map;

/** How a bean's property is got and set, and a text made its value and back. */
final class Accessors {
    private static final Map<String, String> FROM_TEXT =
            Map.of(
                    "java.lang.String", "%s",
                    "int", "Integer.parseInt(%s)",
                    "java.lang.Integer", "Integer.valueOf(%s)",
                    "long", "Long.parseLong(%s)",
                    "java.lang.Long", "Long.valueOf(%s)");

    private final String name;
    private final String type;

    Accessors(FieldOutline field) {
        this.name = field.getPropertyInfo().getName(true);
        this.type = field.getRawType().fullName();
    }

    boolean isPrimitive() {
        return type.equals("int") || type.equals("long");
    }

    boolean isList() {
        return type.startsWith("java.util.List");
    }

    String get() {
        return "bean.get" + name + "()";
    }

    String set(String value) {
        return "bean.set" + name + "(" + value + ");";
    }

    /** An expression for the value of a text that is of the property's type. */
    String value(String text) {
        return FROM_TEXT.getOrDefault(type, type + ".fromValue(%s)").formatted(text);
    }

    /** An expression for the text of the value. */
    String text() {
        if (isPrimitive()) {
            return "String.valueOf(" + get() + ")";
        }
        if (type.equals("java.lang.String")) {
            return get();
        }
        return FROM_TEXT.containsKey(type) ? get() + ".toString()" : get() + ".value()";
    }
}
