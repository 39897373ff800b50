package dev.vsh.netlink;

/**
 * A typed part of a message; {@code linux/if_link.h}, {@code linux/veth.h}, {@code linux/if_addr.h}, {@code
 * linux/rtnetlink.h}.
 */
enum Attribute {
    IFLA_ADDRESS(1),
    IFLA_IFNAME(3),
    IFLA_MTU(4),
    IFLA_LINK(5),
    IFLA_MASTER(10),
    IFLA_LINKINFO(18),
    IFLA_NET_NS_PID(19),
    IFLA_IFALIAS(20),
    IFLA_NET_NS_FD(28),
    IFLA_INFO_KIND(1),
    IFLA_INFO_DATA(2),
    VETH_INFO_PEER(1),
    IFLA_MACVLAN_MODE(1),
    IFA_ADDRESS(1),
    IFA_LOCAL(2),
    IFA_BROADCAST(4),
    RTA_DST(1),
    RTA_OIF(4),
    RTA_GATEWAY(5),
    RTA_PRIORITY(6);

    private final int number;

    Attribute(int number) {
        this.number = number;
    }

    short number() {
        return (short) number;
    }
}
