package dev.vsh.domain;

/** What a document can name an action for. */
public enum LifecycleEvent {
    POWEROFF("poweroff"),
    REBOOT("reboot"),
    CRASH("crash");

    private final String text;

    LifecycleEvent(String text) {
        this.text = text;
    }

    /** libvirt's word for it, which follows {@code on_} in a document. */
    public String text() {
        return text;
    }
}
