package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.driver.DriverException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

final class TimeZoneRuleTest {
    private static final Definitions DEFINITIONS = new Definitions();

    @TempDir private Path root;

    @BeforeEach
    void makeZones() throws IOException {
        Files.createDirectories(root.resolve("usr/share/zoneinfo/Europe"));
        Files.createDirectories(root.resolve("etc"));
        // A zone file ends with its rule in a line of its own.
        Files.writeString(
                root.resolve("usr/share/zoneinfo/Europe/Berlin"),
                "TZif2\0\0\nbinary\nCET-1CEST,M3.5.0,M10.5.0/3\n");
        Files.writeString(root.resolve("etc/localtime"), "TZif2\0\0\nbinary\nEST5EDT\n");
        Files.writeString(root.resolve("usr/share/zoneinfo/zone.tab"), "# a table\n");
    }

    private Optional<String> rule(String clock) {
        return new TimeZoneRule(root).of(DEFINITIONS.with(clock, "").clock());
    }

    @Test
    void utcNeedsNoRule() {
        assertEquals(Optional.empty(), rule("<clock offset='utc'/>"));
    }

    @Test
    void zoneIsGivenAsItsRule() {
        assertEquals(
                Optional.of("CET-1CEST,M3.5.0,M10.5.0/3"),
                rule("<clock offset='timezone' timezone='Europe/Berlin'/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<clock offset='localtime'/>",
                "<clock offset='variable' adjustment='0' basis='localtime'/>"
            })
    void localTimeIsTheHosts(String clock) {
        assertEquals(Optional.of("EST5EDT"), rule(clock));
    }

    @Test
    void hostWithoutAZoneLivesInUtc() throws IOException {
        Files.delete(root.resolve("etc/localtime"));
        assertEquals(Optional.empty(), rule("<clock offset='localtime'/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "zone.tab", "../../../etc/localtime", "Europe"})
    void whatIsNoZoneIsRefused(String zone) {
        assertThrows(
                DriverException.class,
                () -> rule("<clock offset='timezone' timezone='" + zone + "'/>"));
    }
}
