package dev.vsh.domain.lxctools;

import dev.vsh.domain.IdMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code lxc.idmap}: kind, first id in the container, first id on the host, count. */
final class IdMapPart {
    private static final long MAX_ID = 0xffff_ffffL;

    private final Settings settings;
    private final Findings findings;

    IdMapPart(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Optional<IdMap> idMap() {
        List<Setting> lines = settings.all("lxc.idmap");
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<IdMap.Range> uids = new ArrayList<>();
        List<IdMap.Range> gids = new ArrayList<>();
        for (Setting line : lines) {
            List<String> words = Words.split(line.value());
            Optional<IdMap.Range> range = range(words);
            if (range.isEmpty()) {
                findings.refuse(
                        line,
                        "'"
                                + line.value()
                                + "' is not u or g, first id in the container, first id"
                                + " on the host, and count");
            } else {
                (words.getFirst().equals("u") ? uids : gids).add(range.get());
            }
        }
        if (uids.isEmpty() != gids.isEmpty()) {
            findings.refuse(lines.getLast(), "uids and gids must both be mapped");
        }
        return Optional.of(new IdMap(sorted(uids), sorted(gids)));
    }

    private static Optional<IdMap.Range> range(List<String> words) {
        if (words.size() != 4 || !(words.getFirst().equals("u") || words.getFirst().equals("g"))) {
            return Optional.empty();
        }
        List<Long> numbers =
                words.subList(1, 4).stream()
                        .flatMap(word -> Numbers.parse(word).stream())
                        .filter(number -> number >= 0 && number <= MAX_ID)
                        .toList();
        return numbers.size() == 3 && numbers.get(2) > 0
                ? Optional.of(new IdMap.Range(numbers.get(0), numbers.get(1), numbers.get(2)))
                : Optional.empty();
    }

    private static List<IdMap.Range> sorted(List<IdMap.Range> ranges) {
        return ranges.stream().sorted(Comparator.comparingLong(IdMap.Range::start)).toList();
    }
}
