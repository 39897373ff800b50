package dev.vsh.schema.code;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Makes beans of a document that is plainly valid: it is judged on the way. Serves for one document.
 *
 * @param <R> the bean of the root
 */
public final class BeanReader<R> extends DefaultHandler {
    private final String rootName;
    private final BeanCode<R> rootCode;
    private final Consumer<Object> made;
    private final Deque<Open<?>> open = new ArrayDeque<>();
    private int insideAnything;
    private @Nullable R root; // null until the root has ended

    /**
     * @param made is told each bean when its element begins
     */
    public BeanReader(String rootName, BeanCode<R> rootCode, Consumer<Object> made) {
        this.rootName = rootName;
        this.rootCode = rootCode;
        this.made = made;
    }

    /** The document may be valid or not: ask the schemas. */
    public static final class UndecidedException extends SAXException {
        private static final long serialVersionUID = 1;

        UndecidedException(String name) {
            super("<" + name + "> is not plainly valid");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /**
     * @throws IllegalStateException when the document has not been read
     */
    public R root() {
        if (root == null) {
            throw new IllegalStateException("the document has not ended");
        }
        return root;
    }

    /** An element that has begun. */
    private static final class Open<B> {
        final BeanCode<B> code;
        final B bean;
        final StringBuilder text = new StringBuilder();

        Open(BeanCode<B> code) {
            this.code = code;
            this.bean = code.make();
        }

        boolean takes(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (!code.attribute(
                        bean,
                        attributes.getURI(i),
                        attributes.getLocalName(i),
                        attributes.getValue(i))) {
                    return false;
                }
            }
            for (String name : code.required()) {
                if (attributes.getIndex("", name) < 0) {
                    return false;
                }
            }
            return true;
        }

        boolean ends() {
            return switch (code.content()) {
                case EMPTY -> text.isEmpty();
                case ELEMENTS -> Facets.isBlank(text) && code.isComplete(bean);
                case TEXT -> code.text(bean, text.toString());
                case ANYTHING -> true;
            };
        }
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
            throws SAXException {
        Open<?> parent = open.peek();
        if (parent != null && parent.code.content() == Content.ANYTHING) {
            insideAnything++;
            return;
        }
        BeanCode<?> code = parent == null ? rootCode(uri, local) : parent.code.child(uri, local);
        if (code == null) {
            throw new UndecidedException(name);
        }
        var element = new Open<>(code);
        made.accept(element.bean);
        open.push(element);
        if (!element.takes(attributes)) {
            throw new UndecidedException(name);
        }
    }

    private @Nullable BeanCode<R> rootCode(String uri, String local) {
        return uri.isEmpty() && local.equals(rootName) ? rootCode : null;
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        Open<?> element = open.element();
        if (element.code.content() != Content.ANYTHING) {
            element.text.append(buffer, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        if (insideAnything > 0) {
            insideAnything--;
            return;
        }
        Open<?> ended = open.pop();
        if (!ended.ends() || !isTaken(local, ended)) {
            throw new UndecidedException(name);
        }
    }

    /** The root is the only one without a parent, and was made by its code. */
    @SuppressWarnings("unchecked")
    private boolean isTaken(String name, Open<?> child) {
        Open<?> parent = open.peek();
        if (parent == null) {
            root = (R) child.bean;
            return true;
        }
        return add(parent, name, child.bean);
    }

    private static <B> boolean add(Open<B> parent, String name, Object child) {
        return parent.code.add(parent.bean, name, child);
    }
}
