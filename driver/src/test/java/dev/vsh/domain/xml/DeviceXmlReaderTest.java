package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.NetworkInterface;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeviceXmlReaderTest {
    private static final DomainGrammar GRAMMAR = new DomainGrammar();

    private static ParsedDevice read(String text) {
        return new DeviceXmlReader(GRAMMAR).read(text, "nic.xml", true);
    }

    @Test
    void interfaceIsIdentifiedByTheAddressThatItBrings() {
        ParsedDevice known =
                read(
                        "<interface type='ethernet'><mac address='52:54:00:00:00:01'/>"
                                + "</interface>");
        assertTrue(known.identified());
        assertEquals(
                "52:54:00:00:00:01",
                assertInstanceOf(NetworkInterface.class, known.device()).mac());
        ParsedDevice any = read("<interface type='ethernet'/>");
        assertFalse(any.identified());
        assertFalse(assertInstanceOf(NetworkInterface.class, any.device()).mac().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<interface type='bridge'><source bridge='a'/></interface>, interface",
                "<?xml version='1.0'?><filesystem><source dir='/'/><target dir='/a'/></filesystem>,"
                        + " filesystem",
                "<hostdev mode='capabilities' type='misc'><source><char>/dev/a</char></source>"
                        + "</hostdev>, hostdev",
                "<disk type='block'><source dev='/dev/a'/><target dev='a'/></disk>, disk",
                "<console type='pty'/>, console",
                "<!-- a --> <watchdog model='itco'/>, watchdog"
            })
    void deviceIsOfItsKind(String text, String element) {
        assertEquals(element, read(text).device().element());
    }

    @ParameterizedTest
    @CsvSource({
        "<interface type='none'/>, nic.xml:1:1:",
        "<?xml version='1.0'?><interface type='none'/>, nic.xml:1:22:",
        "<console type='pty'/><console type='pty'/>, nic.xml:1:1: one device is expected",
        "'', nic.xml:1:1: one device is expected",
    })
    void problemsAreWhereTheUserSeesThem(String text, String problem) {
        String message =
                String.valueOf(
                        assertThrows(InvalidDocumentException.class, () -> read(text))
                                .getMessage());
        assertTrue(message.startsWith(problem), message);
    }

    @Test
    void linesAreTheUsers() {
        String text = "<interface type='bridge'>\n  <source bridge=''/>\n</interface>";
        String message =
                String.valueOf(
                        assertThrows(InvalidDocumentException.class, () -> read(text))
                                .getMessage());
        assertTrue(message.startsWith("nic.xml:2:3:"), message);
    }
}
