package dev.vsh.schema.code;

/** Takes what a bean is written as. */
public interface BeanSink {
    void attribute(String name, String value);

    void text(String text);

    /**
     * An element inside the one that is being written; ask the code for its attributes and children.
     *
     * @param namespace empty for none
     */
    <C> void element(String namespace, String name, BeanCode<C> code, C bean);
}
