package dev.vsh.domain;

/** Why a domain is paused. */
public enum PausedReason {
    UNKNOWN("unknown"),
    USER("user");

    private final String text;

    PausedReason(String text) {
        this.text = text;
    }

    /** libvirt's word for it. */
    public String text() {
        return text;
    }
}
