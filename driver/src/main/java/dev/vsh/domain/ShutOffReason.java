package dev.vsh.domain;

/** Why a domain is shut off. */
public enum ShutOffReason {
    UNKNOWN("unknown"),
    SHUTDOWN("shutdown"),
    DESTROYED("destroyed"),
    CRASHED("crashed"),
    FAILED("failed");

    private final String text;

    ShutOffReason(String text) {
        this.text = text;
    }

    /** libvirt's word for it. */
    public String text() {
        return text;
    }
}
