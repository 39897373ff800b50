package dev.vsh.domain;

/** What becomes of a list with one element more, less or otherwise. */
public enum ListEdit {
    ADD_FIRST,
    ADD_LAST,
    MODIFY,
    DELETE
}
