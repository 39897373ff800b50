package dev.vsh.it.fault;

/**
 * Tries one moment after another until there is none any more.
 *
 * @param step 1 for every moment, more for a sample of them
 */
record Sweep(int step) {
    /** What is done at one moment; everything is checked in it. */
    interface Deed {
        Tracer.Outcome at(int call);
    }

    /**
     * @return how many moments there were
     * @throws AssertionError at the first at which something was wrong
     */
    int run(Deed deed) {
        String before = "";
        for (int call = 1; ; call += step) {
            try {
                Tracer.Outcome outcome = deed.at(call);
                if (!outcome.killed()) {
                    return (call + step - 2) / step;
                }
                before = outcome.last();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "killed in front of call %d, the one after %s: %s"
                                .formatted(call, before, e),
                        e);
            }
        }
    }
}
