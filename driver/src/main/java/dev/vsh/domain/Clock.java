package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <clock>}.
 *
 * @param offset utc, localtime, timezone, variable or absolute
 * @param attributes the element's other attributes in document order, as written
 */
public record Clock(String offset, List<Attribute> attributes, List<Timer> timers) {
    public static final Clock UTC = new Clock("utc", List.of(), List.of());

    public Clock {
        attributes = List.copyOf(attributes);
        timers = List.copyOf(timers);
    }

    public record Attribute(String name, String value) {}

    /** {@code <timer>}: rtc and hpet give a container the device node of that name. */
    public record Timer(String name, Optional<Boolean> present, String xml) {}
}
