package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Without validation, what is not known is passed over, as libvirt does. What is known must still make sense. */
final class LenientReadingTest {
    private static final String KNOWN =
            """
            <domain type='lxc'>
              <name>a</name>
              <memory>1024</memory>
              <os><type>exe</type><init>/init</init></os>
              <devices><console/></devices>
            </domain>
            """;

    private final DomainXmlReader reader = TestingDefaults.reader(new DomainGrammar());

    @Test
    void unknownElementsAndAttributesArePassedOver() {
        String document =
                """
                <domain type='lxc' mood='good' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>
                  <q:commandline><q:arg value='x'/></q:commandline><q:name>b</q:name>
                  <name>a</name>
                  <colour>red</colour>
                  <smell>sweet</smell>
                  <memory weight='heavy'>1024</memory>
                  <os><type>exe</type><init>/init</init><bootloader2/></os>
                  <devices><console><sound volume='11'/></console><toaster/><kettle/></devices>
                </domain>
                """;
        DomainDefinition lenient = reader.read(document, "lenient.xml", false);
        assertEquals(reader.read(KNOWN, "known.xml", true), lenient);
    }

    @Test
    void whatIsKeptAsItIsKeepsNothingUnknown() {
        String document =
                KNOWN.replace(
                        "<console/>",
                        "<hostdev mode='capabilities' type='misc'><glue/><source><pin/>"
                                + "<char pin='x'>/dev/tty0</char></source></hostdev>");
        DomainDefinition lenient = reader.read(document, "lenient.xml", false);
        assertEquals(
                """
                <hostdev mode='capabilities' type='misc'>
                  <source>
                    <char>/dev/tty0</char>
                  </source>
                </hostdev>\
                """,
                ((HostDevice.Misc) lenient.devices().hostDevices().getFirst()).xml());
    }

    @Test
    void wrongValuesAreStillProblems() {
        String document =
                KNOWN.replace("1024", "much")
                        .replace("<name>a</name>", "<name>a</name><name>b</name>");
        var invalid =
                assertThrows(
                        InvalidDocumentException.class,
                        () -> reader.read(document, "lenient.xml", false));
        assertEquals(
                List.of(
                        "2:17: <name> may stand only once in <domain>",
                        "3:3: <memory> is 'much', expected a number that is not negative"),
                invalid.problems().stream().map(XmlProblem::toString).toList());
    }
}
