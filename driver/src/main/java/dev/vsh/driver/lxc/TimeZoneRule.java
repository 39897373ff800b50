package dev.vsh.driver.lxc;

import dev.vsh.domain.Clock;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code <clock>} means where the clock is the host's: the zone in which it is read. See decision 0008.
 *
 * @param root of the host's files
 */
record TimeZoneRule(Path root) {
    private static final Path LOCAL = Path.of("etc/localtime");
    private static final Path ZONES = Path.of("usr/share/zoneinfo");

    /**
     * The value of {@code TZ}: a rule such as {@code CET-1CEST,M3.5.0,M10.5.0/3}, which works without zone files in the
     * container.
     *
     * @throws DriverException OPERATION_FAILED when the host does not know the zone
     */
    Optional<String> of(Clock clock) {
        return switch (clock.offset()) {
            case "timezone" -> Optional.of(named(attribute(clock, "timezone").orElse("")));
            case "localtime" -> local();
            default ->
                    attribute(clock, "basis").filter("localtime"::equals).isPresent()
                            ? local()
                            : Optional.empty();
        };
    }

    /** What of a {@code <clock>} only a machine of its own could have. */
    static Optional<String> fault(Clock clock) {
        boolean shifted =
                attribute(clock, "adjustment")
                        .filter(value -> !value.equals("reset") && !value.matches("[+-]?0+"))
                        .isPresent();
        if (shifted || clock.offset().equals("absolute")) {
            return Optional.of(
                    "<clock offset='"
                            + clock.offset()
                            + "'> with a time of its own is not possible: containers share the"
                            + " host's clock");
        }
        boolean nameless =
                clock.offset().equals("timezone") && attribute(clock, "timezone").isEmpty();
        return nameless
                ? Optional.of("<clock offset='timezone'> needs the attribute 'timezone'")
                : Optional.empty();
    }

    private static Optional<String> attribute(Clock clock, String name) {
        return clock.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(Clock.Attribute::value)
                .findFirst();
    }

    /** A host without the file lives in UTC, and so does the container then. */
    private Optional<String> local() {
        return rule(root.resolve(LOCAL));
    }

    private String named(String zone) {
        Path folder = root.resolve(ZONES);
        Path file = folder.resolve(zone).normalize();
        return Optional.of(file)
                .filter(path -> path.startsWith(folder))
                .flatMap(TimeZoneRule::rule)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_FAILED,
                                        "time zone '"
                                                + zone
                                                + "' of <clock> is not known to this host: "
                                                + file
                                                + " is missing, or no zone file"));
    }

    /** The last line of a zone file; tzfile(5). */
    private static Optional<String> rule(Path file) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (!content.startsWith("TZif") || !content.endsWith("\n")) {
                return Optional.empty();
            }
            int end = content.length() - 1;
            return Optional.of(content.substring(content.lastIndexOf('\n', end - 1) + 1, end))
                    .filter(rule -> !rule.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
