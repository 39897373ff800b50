package dev.vsh.shell.console;

/** In characters. */
public record TerminalSize(int columns, int rows) {}
