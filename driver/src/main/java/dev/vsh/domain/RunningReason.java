package dev.vsh.domain;

/** Why a domain runs. */
public enum RunningReason {
    UNKNOWN("unknown"),
    BOOTED("booted"),
    UNPAUSED("unpaused");

    private final String text;

    RunningReason(String text) {
        this.text = text;
    }

    /** libvirt's word for it. */
    public String text() {
        return text;
    }
}
