package dev.vsh.domain.xml;

import java.util.Optional;

/**
 * What a pass of validation found.
 *
 * @param unknown whether the part's name is not known at its place, rather than its use wrong
 * @param part what the next pass must leave out, since the validator sees only the first such part of each element
 */
record Finding(XmlProblem problem, boolean unknown, Optional<LeftOut.Part> part) {
    static Finding violation(XmlProblem problem) {
        return new Finding(problem, false, Optional.empty());
    }

    static Finding misplaced(XmlProblem problem, LeftOut.Part part) {
        return new Finding(problem, false, Optional.of(part));
    }

    static Finding unknown(XmlProblem problem, LeftOut.Part part) {
        return new Finding(problem, true, Optional.of(part));
    }
}
