package dev.vsh.helper.protocol;

/** What the driver has made the init do, so that the helper takes its end for what it is. */
public enum Expectation {
    /** Nothing: the end itself says what it is. */
    NOTHING,
    /** A reboot, however the init ends: few programs know how to show one. */
    REBOOT,
    /** A start from anew, whatever the document says of ends. */
    RESET,
    /** The end of it all, whatever the document says of ends. */
    END;

    private static final Expectation[] ALL = values();

    /**
     * @throws IllegalArgumentException when there is no such number
     */
    static Expectation of(int number) {
        if (number < 0 || number >= ALL.length) {
            throw new IllegalArgumentException("unknown expectation " + number);
        }
        return ALL[number];
    }
}
