package dev.vsh.helper.protocol;

/** System properties of a helper's JVM. */
public final class HelperProperty {
    /** "true" where the JVM is to end as it likes to. */
    public static final String ORDERLY_END = "vsh.helper.orderlyEnd";

    private HelperProperty() {}
}
