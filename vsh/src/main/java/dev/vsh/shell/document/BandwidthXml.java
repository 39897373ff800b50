package dev.vsh.shell.document;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code <bandwidth>} of an interface.
 *
 * @param numbers by name, as {@code inbound.average}; 0 where nothing is said
 */
public record BandwidthXml(Map<String, Long> numbers) {
    private static final List<String> DIRECTIONS = List.of("inbound", "outbound");
    private static final List<String> INBOUND = List.of("average", "peak", "burst", "floor");
    private static final List<String> OUTBOUND = List.of("average", "peak", "burst");

    static BandwidthXml of(Element networkInterface) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (String direction : DIRECTIONS) {
            NodeList found = networkInterface.getElementsByTagName(direction);
            for (String name : direction.equals("inbound") ? INBOUND : OUTBOUND) {
                String value =
                        found.item(0) instanceof Element element ? element.getAttribute(name) : "";
                numbers.put(direction + "." + name, value.isEmpty() ? 0L : Long.parseLong(value));
            }
        }
        return new BandwidthXml(numbers);
    }
}
