package dev.vsh.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we want to be able to say of a work: ours takes at most so many times as long as another's.
 *
 * @param ours a contender's name
 * @param reference another's, who need not be there
 */
record Goal(String ours, String reference, double atMost) {
    /**
     * @param times of the contenders that ran, in milliseconds
     * @return empty where one of the two did not run
     */
    Optional<String> verdict(Map<String, List<Double>> times) {
        if (!times.containsKey(ours) || !times.containsKey(reference)) {
            return Optional.empty();
        }
        double ratio = Statistics.median(times.get(ours)) / Statistics.median(times.get(reference));
        return Optional.of(
                "%s is %.2f of %s, at most %.2f wanted: %s"
                        .formatted(
                                ours,
                                ratio,
                                reference,
                                atMost,
                                ratio <= atMost ? "met" : "NOT MET"));
    }
}
