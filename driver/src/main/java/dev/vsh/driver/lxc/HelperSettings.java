package dev.vsh.driver.lxc;

/**
 * @param deadlineMillis how long one step of the child may take before it is cloned again
 * @param faults how many children are made to hang, for tests of that
 */
record HelperSettings(int deadlineMillis, int faults) {
    private static final int DEADLINE_MILLIS = 10_000;

    /** System properties {@code vsh.helper.deadlineMillis} and {@code vsh.helper.faults} are for tests. */
    static HelperSettings fromProperties() {
        return new HelperSettings(
                Integer.getInteger("vsh.helper.deadlineMillis", DEADLINE_MILLIS),
                Integer.getInteger("vsh.helper.faults", 0));
    }
}
