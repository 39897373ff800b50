package dev.vsh.schema.code;

/** What an element may hold. */
public enum Content {
    /** Not even white space. */
    EMPTY,
    /** Elements in any order, with white space between them. */
    ELEMENTS,
    /** Text alone. */
    TEXT,
    /** Whatever is well-formed, which the bean does not keep. */
    ANYTHING
}
