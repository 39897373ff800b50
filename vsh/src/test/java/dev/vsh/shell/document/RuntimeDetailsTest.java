package dev.vsh.shell.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RuntimeDetailsTest {
    private static final String DEFINITION =
            """
            <domain type='lxc'>
              <devices>
                <interface type='network'>
                  <mac address='00:16:3e:00:00:01'/>
                  <source network='default'/>
                </interface>
                <interface type='bridge'>
                  <mac address='00:16:3e:00:00:02'/>
                  <source bridge='br0'/>
                  <guest dev='eth7'/>
                </interface>
              </devices>
            </domain>
            """;

    private static final String ACTIVE =
            """
            <domain type='lxc' id='4711'>
              <devices>
                <filesystem type='mount' accessmode='passthrough'>
                  <source dir='/'/>
                  <target dir='/'/>
                </filesystem>
                <interface type='network'>
                  <mac address='00:16:3e:00:00:01'/>
                  <source network='default' bridge='vshbr1'/>
                  <target dev='vsh4711-0'/>
                  <guest dev='eth0'/>
                </interface>
                <interface type='bridge'>
                  <mac address='00:16:3e:00:00:02'/>
                  <source bridge='br0'/>
                  <target dev='vsh4711-1'/>
                  <guest dev='eth7'/>
                </interface>
              </devices>
            </domain>
            """;

    @Test
    void runningDomainIsAsItsDefinition() {
        assertEquals(DEFINITION.lines().toList(), RuntimeDetails.without(ACTIVE, DEFINITION));
    }

    @Test
    void whatTheDefinitionSaysOtherwiseStays() {
        String renamed = ACTIVE.replace("eth7", "eth8").replace("br0", "br1");

        assertTrue(
                RuntimeDetails.without(renamed, DEFINITION).contains("      <guest dev='eth8'/>"));
        assertTrue(
                RuntimeDetails.without(renamed, DEFINITION)
                        .contains("      <source bridge='br1'/>"));
    }
}
