package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How problems are worded where the samples do not show it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageTest {
    private static final String DOCUMENT =
            "<domain type='lxc'><name>a</name><memory>1024</memory>"
                    + "<os><type>exe</type><init>/init</init></os>%s</domain>";

    private final DomainXmlReader reader = DomainXmlReader.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<name>b</name>|<name> may stand only once in <domain>",
                "<x:name xmlns:x='urn:x'/>|<x:name> is not known in <domain>, did you mean <name>?",
                "<title><b/></title>|<title> may hold text only, no elements",
                "<title mood='good'/>|attribute 'mood' of <title> is not known, it has none",
                "<devices><filesystem><source dir='/'><a/></source><target"
                        + " dir='/'/></filesystem></devices>|<source> must be empty",
                "<vcpu>two</vcpu>|<vcpu> is 'two', expected a number from 1 to 65535",
                "<uuid>1</uuid>|<uuid> is '1', expected a UUID: 32 hexadecimal digits, with or"
                        + " without hyphens",
                "<memtune><hard_limit unit='bytes'>9223372036854775807</hard_limit></memtune>"
                        + "|<hard_limit> is too large to be counted",
                "<devices><filesystem type='ram'><source usage='9223372036854775807'/><target"
                        + " dir='/a'/></filesystem></devices>|<source> is too large to be counted"
            })
    void saysWhatIsWrong(String element, String message) {
        var invalid =
                assertThrows(
                        InvalidDocumentException.class,
                        () -> reader.read(DOCUMENT.formatted(element), "a.xml", true));
        assertEquals(message, invalid.problems().getFirst().message());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void problemsAreOneLineEach(int times, int lines) {
        String vcpu = "<clock offset='a&#10;" + "b".repeat(1000) + "'/>";
        String title = "<on_crash>x\n\ny</on_crash>".repeat(times - 1);
        var invalid =
                assertThrows(
                        InvalidDocumentException.class,
                        () -> reader.read(DOCUMENT.formatted(vcpu + title), "a.xml", true));
        assertEquals(lines, String.valueOf(invalid.getMessage()).lines().count());
    }
}
