package dev.vsh.domain.xml;

import dev.vsh.domain.IdMap;
import dev.vsh.schema.IdRangeXml;
import dev.vsh.schema.IdmapXml;

import java.util.Comparator;
import java.util.List;

/** {@code <idmap>}. */
final class IdMapBinding {
    private IdMapBinding() {}

    static IdMap idMap(IdmapXml xml) {
        return new IdMap(ranges(xml.getUid()), ranges(xml.getGid()));
    }

    private static List<IdMap.Range> ranges(List<IdRangeXml> xml) {
        return xml.stream()
                .map(
                        range ->
                                new IdMap.Range(
                                        range.getStart(), range.getTarget(), range.getCount()))
                .sorted(Comparator.comparingLong(IdMap.Range::start))
                .toList();
    }

    static IdmapXml xml(IdMap map) {
        var xml = new IdmapXml();
        map.uids().stream().map(IdMapBinding::range).forEach(xml.getUid()::add);
        map.gids().stream().map(IdMapBinding::range).forEach(xml.getGid()::add);
        return xml;
    }

    private static IdRangeXml range(IdMap.Range range) {
        var xml = new IdRangeXml();
        xml.setStart(range.start());
        xml.setTarget(range.target());
        xml.setCount(range.count());
        return xml;
    }
}
