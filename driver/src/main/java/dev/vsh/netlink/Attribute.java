package dev.vsh.netlink;

/**
 * A typed part of a message; {@code linux/if_link.h}, {@code linux/veth.h}, {@code linux/if_addr.h}, {@code
 * linux/rtnetlink.h}, {@code linux/neighbour.h}, {@code linux/pkt_sched.h}, {@code linux/pkt_cls.h}.
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
    IFLA_BR_FORWARD_DELAY(1),
    IFLA_BR_STP_STATE(5),
    IFA_ADDRESS(1),
    IFA_LOCAL(2),
    IFA_BROADCAST(4),
    RTA_DST(1),
    RTA_OIF(4),
    RTA_GATEWAY(5),
    RTA_PRIORITY(6),
    NDA_DST(1),
    NDA_LLADDR(2),
    TCA_KIND(1),
    TCA_OPTIONS(2),
    TCA_HTB_PARMS(1),
    TCA_HTB_INIT(2),
    TCA_HTB_RATE64(6),
    TCA_HTB_CEIL64(7),
    TCA_U32_CLASSID(1),
    TCA_U32_SEL(5),
    TCA_U32_POLICE(6),
    TCA_POLICE_TBF(1),
    TCA_POLICE_RATE(2),
    TCA_POLICE_RATE64(8);

    private final int number;

    Attribute(int number) {
        this.number = number;
    }

    short number() {
        return (short) number;
    }
}
