package dev.vsh.driver;

/** Which of a domain's two documents is meant. */
public enum XmlView {
    /** The running domain's; without one, the definition. */
    LIVE,
    /** The definition for the next start. */
    INACTIVE
}
