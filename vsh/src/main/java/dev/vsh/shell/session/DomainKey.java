package dev.vsh.shell.session;

/** What a word that names a domain may be taken for, in the order in which it is tried. */
public enum DomainKey {
    ID,
    UUID,
    NAME
}
