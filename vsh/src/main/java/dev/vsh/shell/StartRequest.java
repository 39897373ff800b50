package dev.vsh.shell;

/** What a process is to do. */
sealed interface StartRequest {
    /** {@code --help}. */
    record ShowUsage() implements StartRequest {}

    /** {@code --version}. */
    record ShowVersion(boolean inFull) implements StartRequest {}

    /** Everything else. */
    record Run(StartOptions options) implements StartRequest {}
}
