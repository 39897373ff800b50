package dev.vsh.domain.xml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The name of a domain or a network, which becomes part of file names. */
final class DocumentName {
    /** With the suffixes that it gets, the name must still be a file name, which the kernel bounds at 255 bytes. */
    private static final int MAX_BYTES = 200;

    private DocumentName() {}

    /** What is wrong with it, as the end of a sentence. */
    static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of(Quote.of(name) + " is that of a folder");
        }
        if (name.contains("/")) {
            return Optional.of(Quote.of(name) + " contains '/'");
        }
        if (name.contains("\n")) {
            return Optional.of("contains a newline");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("is longer than " + MAX_BYTES + " bytes");
        }
        return Optional.empty();
    }
}
