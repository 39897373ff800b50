package dev.vsh.driver;

import dev.vsh.domain.xml.InvalidDocumentException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An operation that did not happen. The message begins with the code's prefix and says what failed, on
 * which thing and why; it is meant for the user's eyes as it is.
 */
public final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<String> details;

    public DriverException(ErrorCode code, String detail) {
        this(code, List.of(detail), null);
    }

    public DriverException(ErrorCode code, String detail, @Nullable Throwable cause) {
        this(code, List.of(detail), cause);
    }

    /**
     * @param details at least one; each is a problem of its own, as a document can have several
     */
    public DriverException(ErrorCode code, List<String> details, @Nullable Throwable cause) {
        super(code.prefix() + ": " + String.join("\n", details), cause);
        this.code = code;
        this.details = List.copyOf(details);
    }

    /** A document that is no domain: each of its problems with its place. */
    public static DriverException of(InvalidDocumentException invalid) {
        ErrorCode code =
                switch (invalid.stage()) {
                    case SCHEMA -> ErrorCode.XML_INVALID_SCHEMA;
                    case NOT_WELL_FORMED, SEMANTIC -> ErrorCode.XML_ERROR;
                };
        List<String> details =
                invalid.problems().stream()
                        .map(problem -> invalid.origin() + ":" + problem)
                        .toList();
        return new DriverException(code, details, invalid);
    }

    public ErrorCode code() {
        return code;
    }

    /** The problems without the code's prefix, one each. */
    public List<String> details() {
        return details;
    }
}
