package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.plan.InterfacePlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Names, addresses and routes, as a document gives them and as libvirt completes them. */
final class InterfacePlannerTest {
    private static final Definitions DEFINITIONS = new Definitions();

    private static List<InterfacePlan> plan(String devices) {
        DomainDefinition domain = DEFINITIONS.with("", devices);
        return new InterfacePlanner(new InterfaceNames(domain.devices()), "7").plan(domain);
    }

    private static String refusal(String devices) {
        return assertThrows(DriverException.class, () -> plan(devices)).details().getFirst();
    }

    private static String hostdev(String device) {
        return "<hostdev mode='capabilities' type='net'><source><interface>%s</interface></source></hostdev>"
                .formatted(device);
    }

    private static String nic(String children) {
        return "<interface type='ethernet'>" + children + "</interface>";
    }

    @Test
    void interfacesWithoutANameAreNumberedAroundThoseThatHaveOne() {
        List<String> names =
                plan(nic("") + nic("<guest dev='eth1'/>") + nic("") + hostdev("eth2") + nic(""))
                        .stream()
                        .map(InterfacePlan::name)
                        .toList();
        assertEquals(List.of("eth2", "eth0", "eth1", "eth3", "eth4"), names);
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertEquals(
                "the container has another interface 'eno1' already",
                refusal(hostdev("eno1") + nic("<guest dev='eno1'/>")));
    }

    @ParameterizedTest
    @CsvSource({"lo", "eth%d", "eth0:1", "..", "äöüäöüäö"})
    void namesThatTheKernelTakesForSomethingElseAreRefused(String name) {
        String problem = refusal(nic("<guest dev='" + name + "'/>"));
        String expected = "no interface can be given or called '" + name + "': ";
        assertEquals(expected, problem.substring(0, expected.length()));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3/8",
        "172.16.1.1, 172.16.1.1/16",
        "192.0.2.7, 192.0.2.7/24",
        "fd00::7, fd00:0:0:0:0:0:0:7/64"
    })
    void addressWithoutAPrefixHasThatOfItsClass(String address, String complete) {
        InterfacePlan plan = plan(nic("<ip address='" + address + "'/>")).getFirst();
        assertEquals(complete, plan.addressing().addresses().getFirst().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "address='0.0.0.0', 0.0.0.0/0",
        "address='192.0.2.7' prefix='28', 192.0.2.0/28",
        "address='10.9.8.7' netmask='255.255.0.0', 10.9.0.0/16"
    })
    void routeLeadsToANetwork(String destination, String complete) {
        InterfacePlan plan =
                plan(nic("<route " + destination + " gateway='192.0.2.1'/>")).getFirst();
        assertEquals(complete, plan.addressing().routes().getFirst().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ip address='1.2.3.400'/>| has '1.2.3.400', which is no address",
                "<ip address='192.0.2.7' family='ipv6'/>|"
                        + " has '192.0.2.7', which is not of family 'ipv6'",
                "<route address='10.0.0.0' netmask='255.0.255.0' gateway='192.0.2.1'/>|"
                        + " has the netmask '255.0.255.0', which has gaps",
                "<route address='10.0.0.0' netmask='255.0.0.0' prefix='8' gateway='192.0.2.1'/>|"
                        + " has a prefix and a netmask; one of them is enough",
                "<route address='10.0.0.0' gateway='fd00::1'/>|"
                        + " mixes families: '10.0.0.0' and 'fd00:0:0:0:0:0:0:1'"
            })
    void whatIsNoAddressIsRefused(String element, String problem) {
        String name = element.substring(0, element.indexOf(' ')) + ">";
        assertEquals(name + " of interface 'eth0' " + problem.strip(), refusal(nic(element)));
    }

    @Test
    void liveDocumentHasTheNamesAndTheNextStartMakesNewOnes() {
        DomainDefinition live = InterfaceNames.live(DEFINITIONS.with("", nic("")), "7");
        assertEquals("vsh7-0", live.devices().interfaces().getFirst().targetDevice().orElseThrow());
        assertEquals("eth0", live.devices().interfaces().getFirst().guestDevice().orElseThrow());
        DomainDefinition again =
                InterfaceNames.withoutOurs(DEFINITIONS.with("", nic("<target dev='vsh7-0'/>")));
        assertEquals(
                "vsh8-0", InterfaceNames.onHost(again.devices().interfaces().getFirst(), "8", 0));
    }
}
