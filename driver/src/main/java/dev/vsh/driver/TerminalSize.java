package dev.vsh.driver;

/** Of a terminal, in characters. */
public record TerminalSize(int columns, int rows) {}
