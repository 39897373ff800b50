package dev.vsh.domain.xml;

import dev.vsh.schema.IdRangeXml;
import dev.vsh.schema.IdmapXml;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** User and group maps. */
final class IdMapChecks {
    /** What the kernel takes: user_namespaces(7). */
    private static final int MAX_LINES = 340;

    private static final long IDS = 1L << 32;

    private IdMapChecks() {}

    static void bothKinds(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (IdmapXml map : domain.xml().getIdmap()) {
            if (map.getUid().isEmpty() != map.getGid().isEmpty()) {
                problems.accept(domain.problem(map, "uid and gid should be mapped both"));
            }
        }
    }

    static void ranges(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (IdmapXml map : domain.xml().getIdmap()) {
            ranges(domain, map, map.getUid(), problems);
            ranges(domain, map, map.getGid(), problems);
        }
    }

    private static void ranges(
            ParsedDomain domain,
            IdmapXml map,
            List<IdRangeXml> ranges,
            Consumer<XmlProblem> problems) {
        if (ranges.isEmpty()) {
            return;
        }
        IdRangeXml lowest = sorted(ranges, IdRangeXml::getStart).getFirst();
        if (lowest.getStart() != 0) {
            problems.accept(
                    domain.problem(
                            lowest,
                            "you must map the root user of container: the lowest <%s> starts at %d"
                                    .formatted(domain.name(lowest), lowest.getStart())));
        }
        if (ranges.size() > MAX_LINES) {
            problems.accept(
                    domain.problem(map, "a map has at most " + MAX_LINES + " ranges of a kind"));
        }
        overlap(domain, ranges, IdRangeXml::getStart, "container", problems);
        overlap(domain, ranges, IdRangeXml::getTarget, "host", problems);
    }

    private static void overlap(
            ParsedDomain domain,
            List<IdRangeXml> ranges,
            ToLongFunction<IdRangeXml> first,
            String side,
            Consumer<XmlProblem> problems) {
        long free = 0;
        for (IdRangeXml range : sorted(ranges, first)) {
            long start = first.applyAsLong(range);
            if (start < free) {
                problems.accept(
                        domain.problem(
                                range,
                                "<%s> overlaps another one on the side of the %s"
                                        .formatted(domain.name(range), side)));
            }
            if (start + range.getCount() > IDS) {
                problems.accept(
                        domain.problem(
                                range,
                                "<%s> goes beyond 4294967295 on the side of the %s"
                                        .formatted(domain.name(range), side)));
            }
            free = Math.max(free, start + range.getCount());
        }
    }

    private static List<IdRangeXml> sorted(
            List<IdRangeXml> ranges, ToLongFunction<IdRangeXml> key) {
        return ranges.stream().sorted(Comparator.comparingLong(key)).toList();
    }
}
