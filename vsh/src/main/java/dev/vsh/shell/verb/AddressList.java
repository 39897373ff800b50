package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Datum;

import java.net.Inet4Address;
import java.util.List;

/**
 * What {@code domifaddr} shows, in virsh's layout, which is no table.
 *
 * @param full whether every line has name and MAC address
 */
record AddressList(List<InterfaceAddresses> interfaces, boolean full) implements Answer {
    private static final String NOT_AVAILABLE = "N/A";

    @Override
    public String text(boolean withHeading) {
        StringBuilder text = new StringBuilder();
        if (withHeading) {
            text.append(row("Name", Columns.pad("MAC address", 20), "Protocol", "    Address"))
                    .append("-".repeat(79))
                    .append('\n');
        }
        interfaces.forEach(nic -> append(text, nic));
        return text.toString();
    }

    @Override
    public Datum data() {
        return new Datum.Items(interfaces.stream().map(AddressList::data).toList());
    }

    private static Datum data(InterfaceAddresses nic) {
        return Datum.fields(
                Datum.field("name", nic.name()),
                Datum.field("mac", Datum.of(nic.mac())),
                Datum.field(
                        "addresses",
                        new Datum.Items(nic.addresses().stream().map(AddressList::data).toList())));
    }

    private static Datum data(InterfaceAddresses.Address address) {
        return Datum.fields(
                Datum.field("protocol", protocol(address)),
                Datum.field("address", AddressText.of(address.address())),
                Datum.field("prefix", address.prefix()));
    }

    private static String protocol(InterfaceAddresses.Address address) {
        return address.address() instanceof Inet4Address ? "ipv4" : "ipv6";
    }

    private void append(StringBuilder text, InterfaceAddresses nic) {
        String mac = nic.mac().orElse("");
        if (nic.addresses().isEmpty()) {
            String noMac = nic.mac().orElse(NOT_AVAILABLE);
            text.append(address(nic.name(), noMac, NOT_AVAILABLE, NOT_AVAILABLE));
        }
        boolean first = true;
        for (InterfaceAddresses.Address each : nic.addresses()) {
            boolean named = full || first;
            text.append(
                    address(
                            named ? nic.name() : "-",
                            named ? mac : "-",
                            protocol(each),
                            AddressText.of(each.address()) + "/" + each.prefix()));
            first = false;
        }
    }

    /** virsh's {@code " %-10s %-17s    %-12s %s"}. */
    private static String address(String name, String mac, String protocol, String text) {
        return row(name, Columns.pad(mac, 17) + "   ", Columns.pad(protocol, 12), text);
    }

    private static String row(String name, String mac, String protocol, String text) {
        return " "
                + Columns.pad(name, 10)
                + " "
                + mac
                + " "
                + Columns.pad(protocol, 8)
                + " "
                + text
                + "\n";
    }
}
