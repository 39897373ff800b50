package dev.vsh.domain.xml;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a pass of validation found.
 *
 * @param problem words it, which takes time
 * @param unknown whether the part's name is not known at its place, rather than its use wrong
 * @param part what to leave out from now on, so that the validator looks at what comes after it
 */
record Finding(Supplier<XmlProblem> problem, boolean unknown, Optional<LeftOut.Part> part) {
    static Finding violation(Supplier<XmlProblem> problem) {
        return new Finding(problem, false, Optional.empty());
    }

    static Finding misplaced(LeftOut.Part part, Supplier<XmlProblem> problem) {
        return new Finding(problem, false, Optional.of(part));
    }

    static Finding unknown(LeftOut.Part part, Supplier<XmlProblem> problem) {
        return new Finding(problem, true, Optional.of(part));
    }
}
