package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.Console;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LiveDetails;

import org.junit.jupiter.api.Test;

import java.util.List;

final class NormalFormTest {
    private static final String MINIMAL =
            """
            <domain type='lxc'>
              <devices>
                <console/>
                <filesystem><target dir='/'/><source dir='/srv/web'/></filesystem>
              </devices>
              <os><init>/sbin/init</init><type>exe</type></os>
              <memory unit='MB'>1</memory>
              <name>web</name>
            </domain>
            """;

    private final DomainGrammar grammar = new DomainGrammar();
    private final DomainXmlReader reader = TestingDefaults.reader(grammar);
    private final DomainXmlWriter writer = new DomainXmlWriter(grammar);

    @Test
    void fillsInDefaultsInTheOrderOfLibvirt() {
        assertEquals(
                """
                <domain type='lxc'>
                  <name>web</name>
                  <uuid>00000000-0000-4000-8000-000000000001</uuid>
                  <memory unit='KiB'>977</memory>
                  <currentMemory unit='KiB'>977</currentMemory>
                  <vcpu placement='static'>1</vcpu>
                  <os>
                    <type arch='x86_64'>exe</type>
                    <init>/sbin/init</init>
                  </os>
                  <clock offset='utc'/>
                  <on_poweroff>destroy</on_poweroff>
                  <on_reboot>restart</on_reboot>
                  <on_crash>destroy</on_crash>
                  <devices>
                    <filesystem type='mount' accessmode='passthrough'>
                      <source dir='/srv/web'/>
                      <target dir='/'/>
                    </filesystem>
                    <console type='pty'>
                      <target type='lxc' port='0'/>
                    </console>
                  </devices>
                </domain>
                """,
                writer.write(reader.read(MINIMAL, "web.xml", true)));
    }

    @Test
    void consolesWithoutAPortComeAfterAllOthers() {
        String consoles = "<console/><console><target port='3'/></console><console/>";
        assertEquals(
                List.of(4, 3, 5),
                reader
                        .read(MINIMAL.replace("<console/>", consoles), "web.xml", true)
                        .devices()
                        .consoles()
                        .stream()
                        .map(Console::port)
                        .toList());
    }

    @Test
    void currentMemoryNeverExceedsMemory() {
        String more = "<currentMemory unit='GiB'>1</currentMemory><name>";
        DomainDefinition definition = reader.read(MINIMAL.replace("<name>", more), "web.xml", true);
        assertEquals(definition.memory(), definition.currentMemory());
    }

    @Test
    void givesAddressesToInterfacesThatHaveNone() {
        String document =
                MINIMAL.replace(
                        "<console/>",
                        "<interface type='bridge'><source bridge='br0'/></interface><interface/>");
        String xml = writer.write(reader.read(document, "web.xml", true));
        assertEquals(
                List.of("<mac address='00:16:3e:00:00:01'/>", "<mac address='00:16:3e:00:00:02'/>"),
                xml.lines().map(String::strip).filter(line -> line.startsWith("<mac")).toList());
    }

    @Test
    void forgetsWhatIsTrueOnlyWhileADomainRuns() {
        DomainDefinition definition = reader.read(MINIMAL, "web.xml", true);
        String live = writer.write(definition, new LiveDetails(4711, List.of("/dev/pts/5")));
        assertEquals(definition.devices(), reader.read(live, "live.xml", true).devices());
        assertEquals(writer.write(definition), writer.write(reader.read(live, "live.xml", true)));
    }

    @Test
    void tellsIdAndTerminalsOfARunningDomain() {
        var live = new LiveDetails(4711, List.of("/dev/pts/5"));
        String xml = writer.write(reader.read(MINIMAL, "web.xml", true), live);
        assertEquals("<domain type='lxc' id='4711'>", xml.lines().findFirst().orElseThrow());
        assertEquals(
                """
                    <console type='pty' tty='/dev/pts/5'>
                      <source path='/dev/pts/5'/>
                      <target type='lxc' port='0'/>
                      <alias name='console0'/>
                    </console>
                """,
                xml.substring(xml.indexOf("    <console"), xml.indexOf("  </devices>")));
    }
}
