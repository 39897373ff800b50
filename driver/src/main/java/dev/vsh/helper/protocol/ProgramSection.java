package dev.vsh.helper.protocol;

/** The section of a program that an instruction stands in. */
public enum ProgramSection {
    PREPARE,
    CLONE,
    ATTACH,
    CONTAINER
}
