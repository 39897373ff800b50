package dev.vsh.driver;

/** A way to ask an init to stop. */
public enum ShutdownMode {
    /** A request on its initctl fifo, as sysvinit has one. */
    INITCTL("initctl"),
    /** The signal that means a shutdown to the init that runs. */
    SIGNAL("signal");

    private final String text;

    ShutdownMode(String text) {
        this.text = text;
    }

    /** As in {@code vsh shutdown --mode}. */
    public String text() {
        return text;
    }
}
