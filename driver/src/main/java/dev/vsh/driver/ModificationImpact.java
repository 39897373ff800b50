package dev.vsh.driver;

/** What a change is about. */
public enum ModificationImpact {
    /** The domain that runs. */
    LIVE,
    /** Its definition, for the next start. */
    CONFIG
}
