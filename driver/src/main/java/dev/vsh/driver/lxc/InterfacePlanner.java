package dev.vsh.driver.lxc;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.lxc.network.BandwidthLimits;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.MacvlanMode;
import dev.vsh.plan.InterfacePlan;
import dev.vsh.plan.InterfacePlan.Addressing;
import dev.vsh.plan.InterfacePlan.Limits;
import dev.vsh.plan.InterfacePlan.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides about the network interfaces that a document asks for. */
final class InterfacePlanner {
    private final InterfaceNames names;
    private final String id;

    /**
     * @param id what makes the names of host objects unique
     */
    InterfacePlanner(InterfaceNames names, String id) {
        this.names = names;
        this.id = id;
    }

    List<InterfacePlan> plan(DomainDefinition domain) {
        List<InterfacePlan> plans = new ArrayList<>();
        for (HostDevice device : domain.devices().hostDevices()) {
            if (device instanceof HostDevice.Net net) {
                plans.add(borrowed(net));
            }
        }
        List<NetworkInterface> interfaces = domain.devices().interfaces();
        for (int i = 0; i < interfaces.size(); i++) {
            plans.add(made(domain.name(), interfaces.get(i), i));
        }
        return plans;
    }

    /** What the host has, and lends. */
    static InterfacePlan borrowed(HostDevice.Net net) {
        return new InterfacePlan(
                net.device(),
                new Source.Borrowed(),
                new AddressingReader("hostdev '" + net.device() + "'")
                        .read(net.addresses(), net.routes()),
                true,
                Optional.empty());
    }

    /**
     * @param index its place among the document's
     */
    InterfacePlan made(String domain, NetworkInterface nic, int index) {
        String name = names.inside(index);
        return new InterfacePlan(
                name,
                source(domain, nic, index),
                new AddressingReader("interface '" + name + "'")
                        .read(nic.addresses(), nic.routes()),
                !nic.linkState().equals(Optional.of("down")),
                nic.mtu());
    }

    private Source source(String domain, NetworkInterface nic, int index) {
        return switch (nic.source()) {
            case InterfaceSource.Ethernet ethernet ->
                    cable(
                            domain,
                            nic,
                            index,
                            Optional.empty(),
                            new AddressingReader(
                                            "the host's end of interface '"
                                                    + names.inside(index)
                                                    + "'")
                                    .read(ethernet.addresses(), ethernet.routes()));
            case InterfaceSource.Bridge(String bridge) ->
                    cable(domain, nic, index, Optional.of(bridge), Addressing.NONE);
            case InterfaceSource.Direct(String device, String mode) ->
                    new Source.Macvlan(
                            InterfaceNames.valid(device),
                            MacvlanMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                            new MacAddress(nic.mac()));
            case InterfaceSource.Network _, InterfaceSource.Unsupported _ ->
                    throw new IllegalStateException("not resolved or refused: " + nic.source());
        };
    }

    private Source.Cable cable(
            String domain,
            NetworkInterface nic,
            int index,
            Optional<String> bridge,
            Addressing hostAddressing) {
        return new Source.Cable(
                InterfaceNames.onHost(nic, id, index),
                names.inside(index) + " of domain '" + domain + "'",
                new MacAddress(nic.mac()),
                bridge.map(InterfaceNames::valid),
                hostAddressing,
                nic.bandwidth().map(InterfacePlanner::limits).orElse(Limits.NONE));
    }

    private static Limits limits(Bandwidth bandwidth) {
        return new Limits(
                bandwidth.inbound().map(BandwidthLimits::of),
                bandwidth.outbound().map(BandwidthLimits::of));
    }
}
