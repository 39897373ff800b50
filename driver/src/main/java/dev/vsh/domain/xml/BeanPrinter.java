package dev.vsh.domain.xml;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;

/** Prints beans in the normal form. */
final class BeanPrinter {
    private final Grammar<?> grammar;

    BeanPrinter(Grammar<?> grammar) {
        this.grammar = grammar;
    }

    String print(JAXBElement<?> root, Verbatim verbatim) {
        try {
            var tree = new BeanTree(verbatim);
            Marshaller marshaller = grammar.beans().createMarshaller();
            marshaller.setListener(verbatim);
            marshaller.marshal(root, tree);
            return NormalForm.print(tree.root());
        } catch (JAXBException e) {
            throw new IllegalStateException("a definition does not marshal", e);
        }
    }
}
