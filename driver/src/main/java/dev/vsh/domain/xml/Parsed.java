package dev.vsh.domain.xml;

/**
 * A document that is in its grammar: its beans, and where each of them stands.
 *
 * @param <B> the bean of the document's root
 */
record Parsed<B>(B xml, Places places) {}
