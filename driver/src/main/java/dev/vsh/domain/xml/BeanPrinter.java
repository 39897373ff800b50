package dev.vsh.domain.xml;

/**
 * Prints beans in the normal form.
 *
 * @param <B> the bean of the document's root
 */
final class BeanPrinter<B> {
    private final Grammar<B> grammar;

    BeanPrinter(Grammar<B> grammar) {
        this.grammar = grammar;
    }

    String print(B root, Verbatim verbatim) {
        var tree = new BeanTree(verbatim);
        tree.element("", grammar.root(), grammar.code(), root);
        return NormalForm.print(tree.root());
    }
}
