package dev.vsh.bench;

import java.util.function.DoubleSupplier;

/**
 * Somebody who does a piece of work.
 *
 * @param pieces how many of what is compared the last turn did
 * @param prepare what must be there before; not timed
 * @param work what is timed
 * @param clean takes back what was done; not timed
 */
record Contender(String name, DoubleSupplier pieces, Step prepare, Step work, Step clean) {
    Contender(String name, Step prepare, Step work, Step clean) {
        this(name, () -> 1, prepare, work, clean);
    }

    /** Part of a turn. */
    @FunctionalInterface
    interface Step {
        Step NOTHING = () -> {};

        void run() throws Exception;
    }

    /** One that leaves nothing to clean. */
    static Contender of(String name, Step work) {
        return new Contender(name, Step.NOTHING, work, Step.NOTHING);
    }

    /** One turn, in milliseconds for a piece. */
    double turn() throws Exception {
        prepare.run();
        long began = System.nanoTime();
        work.run();
        double millis = (System.nanoTime() - began) / 1e6;
        clean.run();
        return millis / pieces.getAsDouble();
    }
}
