package dev.vsh.domain;

/** A device that a domain has already, or does not have. */
public final class DeviceMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public DeviceMismatchException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
