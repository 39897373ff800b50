package dev.vsh.schema.code;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

import javax.xml.namespace.QName;

/**
 * Makes beans of one class from elements and elements from them. The schema compiler writes one of these for each bean;
 * they have no state. A refusal may be wrong, since some ways of writing are not understood, but what is not refused is
 * valid by the schemas.
 *
 * @param <B> the bean
 */
public abstract class BeanCode<B> {
    public abstract B make();

    public abstract Content content();

    /** Sets an attribute unless it is unknown or has a value that is not understood. */
    public abstract boolean attribute(B bean, String namespace, String name, String value);

    /** Names of the attributes that an element must have. */
    public abstract List<String> required();

    /** The code for a child of this name, or null when it may have none. */
    public abstract @Nullable BeanCode<?> child(String namespace, String name);

    /** Takes a child that {@link #child} has code for, unless it is a second one of which there may be one. */
    public abstract boolean add(B bean, String name, Object child);

    /** Sets the text unless it is not understood. */
    public abstract boolean text(B bean, String text);

    /** Whether the children are there that must be. */
    public abstract boolean isComplete(B bean);

    /** Names each attribute that is set. */
    public abstract void attributes(B bean, BeanSink sink);

    /** Names the text or each child in the order of the schema. */
    public abstract void children(B bean, BeanSink sink);

    /** Keeps an attribute of an element that may have any, but not those that speak to the validator. */
    protected static boolean other(
            Map<QName, String> others, String namespace, String name, String value) {
        if (namespace.startsWith("http://www.w3.org/")) {
            return false;
        }
        others.put(new QName(namespace, name), value);
        return true;
    }

    protected static void others(Map<QName, String> others, BeanSink sink) {
        others.forEach((name, value) -> sink.attribute(name.getLocalPart(), value));
    }
}
