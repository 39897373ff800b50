package dev.vsh.driver.lxc;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.driver.lxc.network.BandwidthLimits;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what an {@code <interface>} asks for and no container is given, and says what to do instead. */
final class InterfaceSupport {
    private static final String PATH = "devices/interface/";

    /** They name the device, or say what a virtual machine takes it for and where it is plugged in. */
    private static final Set<String> HARMLESS =
            Set.of("alias", "acpi", "address", "boot", "rom", "model", "mac/@type", "mac/@check");

    private static final String ON_HOST =
            "of the host's end, which <target dev='…'/> gives a name to know it by";

    private static final String NO_CARD = "a container has no emulated card; leave it out";

    private static final Map<String, String> INSTEAD =
            Map.ofEntries(
                    Map.entry("filterref", "use nft(8) with the name " + ON_HOST),
                    Map.entry(
                            "vlan", "make a bridge or a VLAN on the host and name it in <source>"),
                    Map.entry("virtualport", "make the port by ovs-vsctl(8) " + ON_HOST),
                    Map.entry("port", "use 'bridge link set dev … isolated on' " + ON_HOST),
                    Map.entry("coalesce", "use ethtool(8) on the interface " + ON_HOST),
                    Map.entry("portForward", "forward ports by nft(8) on the host"),
                    Map.entry(
                            "target/@managed",
                            "lend what is there already by <hostdev type='net'>"),
                    Map.entry("downscript", "watch the end of the domain instead"),
                    Map.entry("teaming", "bond the interfaces inside"),
                    Map.entry("backenddomain", "the cable's other end is on this host"),
                    Map.entry("tune", NO_CARD),
                    Map.entry("driver", NO_CARD),
                    Map.entry("backend", NO_CARD),
                    Map.entry("@managed", NO_CARD),
                    Map.entry("@trustGuestRxFilters", NO_CARD));

    private final Consumer<String> problems;

    private InterfaceSupport(Consumer<String> problems) {
        this.problems = problems;
    }

    static void check(DomainDefinition domain, List<String> problems) {
        InterfaceSupport support = new InterfaceSupport(problems::add);
        domain.devices().interfaces().forEach(support::networkInterface);
    }

    private void networkInterface(NetworkInterface nic) {
        switch (nic.source()) {
            case InterfaceSource.Ethernet _,
                    InterfaceSource.Bridge _,
                    InterfaceSource.Network _ -> {}
            case InterfaceSource.Direct _ -> nic.targetDevice().ifPresent(_ -> target());
            case InterfaceSource.Unsupported(String type, String _) ->
                    type(
                            type,
                            "is for virtual machines: use 'network', 'ethernet', 'bridge' or"
                                    + " 'direct'");
        }
        nic.script()
                .ifPresent(
                        path ->
                                problems.accept(
                                        "scripts are not supported on LXC network interfaces:"
                                                + " leave out <script path='"
                                                + path
                                                + "'/>"));
        nic.bandwidth().ifPresent(bandwidth -> bandwidth(nic, bandwidth));
        nic.others().forEach(this::other);
    }

    private void bandwidth(NetworkInterface nic, Bandwidth bandwidth) {
        if (nic.source() instanceof InterfaceSource.Direct) {
            problems.accept(
                    "<bandwidth> of an <interface type='direct'>, which has no end on the host that"
                            + " could be limited: use type 'bridge'");
        }
        BandwidthLimits.problems("<devices/interface/bandwidth>", bandwidth).forEach(problems);
    }

    private void target() {
        problems.accept(
                "<target> of an <interface type='direct'>, which has no end on the host: its name"
                        + " in the container is that of <guest dev='…'/>");
    }

    private void type(String type, String problem) {
        problems.accept("<interface type='" + type + "'> " + problem);
    }

    private void other(OpaqueElement element) {
        String name = element.path().substring(PATH.length());
        if (!HARMLESS.contains(name)) {
            String instead = INSTEAD.getOrDefault(name, "leave it out");
            problems.accept("<" + element.path() + "> is not supported: " + instead);
        }
    }
}
