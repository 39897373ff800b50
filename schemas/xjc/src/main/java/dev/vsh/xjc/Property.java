package dev.vsh.xjc;

/** What one property of a bean adds to the methods of its code; nothing unless said otherwise. */
interface Property {
    /** A property that nobody reads or writes, as the list of whatever a wildcard lets in. */
    record None() implements Property {}

    /** Of a switch over names of attributes. */
    default String attributeCases() {
        return "";
    }

    /** The name of an attribute that must be there, as a literal. */
    default String required() {
        return "";
    }

    /** Of a switch over names of elements. */
    default String childCases() {
        return "";
    }

    /** Of a switch over names of elements. */
    default String addCases() {
        return "";
    }

    default String readText() {
        return "";
    }

    /** A condition that holds once the element has ended. */
    default String complete() {
        return "";
    }

    default String writeAttribute() {
        return "";
    }

    default String writeChildren() {
        return "";
    }
}
