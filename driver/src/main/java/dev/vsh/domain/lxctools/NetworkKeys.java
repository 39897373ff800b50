package dev.vsh.domain.lxctools;

import java.util.List;

/** {@code lxc.net.N.*}. */
final class NetworkKeys {
    private static final String NO_SCRIPT = "the driver runs no scripts";

    static final List<Key> ALL =
            List.of(
                    Key.mapped(
                            "lxc.net.N.type",
                            "veth",
                            "<interface> for veth and macvlan, <hostdev> for phys and vlan,"
                                    + " <privnet/> for empty"),
                    Key.mapped("lxc.net.N.link", "br0", "<source>"),
                    Key.mapped("lxc.net.N.flags", "up", "<link state='…'/>"),
                    Key.mapped("lxc.net.N.name", "eth0", "<guest dev='…'/>"),
                    Key.mapped("lxc.net.N.hwaddr", "00:16:3e:5a:1c:07", "<mac>, x replaced"),
                    Key.mapped("lxc.net.N.mtu", "1400", "<mtu size='…'/>"),
                    Key.mapped("lxc.net.N.ipv4.address", "10.0.0.2/24", "<ip>"),
                    Key.mapped("lxc.net.N.ipv6.address", "fd00::2/64", "<ip>"),
                    Key.mapped("lxc.net.N.ipv4.gateway", "10.0.0.1", "<route>"),
                    Key.mapped("lxc.net.N.ipv6.gateway", "fd00::1", "<route>"),
                    Key.mapped("lxc.net.N.veth.pair", "webhost", "<target dev='…'/>"),
                    Key.mapped("lxc.net.N.veth.mode", "router", "bridge only"),
                    Key.leftOut(
                            "lxc.net.N.veth.ipv4.route",
                            "10.1.0.0/24",
                            "the host has no routes of the driver's"),
                    Key.leftOut(
                            "lxc.net.N.veth.ipv6.route",
                            "fd01::/64",
                            "the host has no routes of the driver's"),
                    Key.leftOut(
                            "lxc.net.N.veth.vlan.id", "2", "a bridge of the kernel gets no <vlan>"),
                    Key.leftOut(
                            "lxc.net.N.veth.vlan.tagged.id",
                            "2",
                            "a bridge of the kernel gets no <vlan>"),
                    Key.leftOut("lxc.net.N.veth.n_rxqueues", "2", "a veth has one queue"),
                    Key.leftOut("lxc.net.N.veth.n_txqueues", "2", "a veth has one queue"),
                    Key.mapped("lxc.net.N.vlan.id", "2", "part of the <hostdev>'s name"),
                    Key.mapped("lxc.net.N.macvlan.mode", "vepa", "<source mode='…'/>"),
                    Key.leftOut("lxc.net.N.ipvlan.mode", "l3", "there is no ipvlan"),
                    Key.leftOut("lxc.net.N.ipvlan.isolation", "bridge", "there is no ipvlan"),
                    Key.leftOut("lxc.net.N.l2proxy", "1", "the host answers for no container"),
                    Key.leftOut("lxc.net.N.script.up", "/bin/true", NO_SCRIPT),
                    Key.leftOut("lxc.net.N.script.down", "/bin/true", NO_SCRIPT));

    private NetworkKeys() {}
}
