package dev.vsh.domain.xml;

import dev.vsh.domain.Clock;
import dev.vsh.schema.ClockOffsetXml;
import dev.vsh.schema.ClockXml;
import dev.vsh.schema.TimerXml;
import dev.vsh.schema.YesNoXml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code <clock>}. */
final class ClockBinding {
    private ClockBinding() {}

    static Clock clock(ClockXml xml, Places places) {
        List<Clock.Attribute> attributes = new ArrayList<>();
        add(attributes, "adjustment", xml.getAdjustment());
        add(attributes, "basis", xml.getBasis());
        add(attributes, "timezone", xml.getTimezone());
        add(attributes, "start", xml.getStart());
        return new Clock(
                Optional.ofNullable(xml.getOffset()).orElse(ClockOffsetXml.UTC).value(),
                attributes,
                xml.getTimer().stream().map(timer -> timer(timer, places)).toList());
    }

    private static void add(List<Clock.Attribute> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.add(new Clock.Attribute(name, value));
        }
    }

    private static Clock.Timer timer(TimerXml xml, Places places) {
        return new Clock.Timer(
                xml.getName().value(),
                Optional.ofNullable(xml.getPresent()).map(present -> present == YesNoXml.YES),
                places.xml(xml));
    }

    static ClockXml xml(Clock clock, Verbatim verbatim) {
        var xml = new ClockXml();
        xml.setOffset(ClockOffsetXml.fromValue(clock.offset()));
        clock.attributes().forEach(attribute -> set(attribute, xml));
        for (Clock.Timer timer : clock.timers()) {
            xml.getTimer().add(verbatim.in(new TimerXml(), timer.xml()));
        }
        return xml;
    }

    private static void set(Clock.Attribute attribute, ClockXml xml) {
        switch (attribute.name()) {
            case "adjustment" -> xml.setAdjustment(attribute.value());
            case "basis" -> xml.setBasis(attribute.value());
            case "timezone" -> xml.setTimezone(attribute.value());
            case "start" -> xml.setStart(attribute.value());
            default ->
                    throw new IllegalArgumentException(
                            "<clock> has no attribute '" + attribute.name() + "'");
        }
    }
}
