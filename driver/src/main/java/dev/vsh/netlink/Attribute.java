package dev.vsh.netlink;

/**
 * A typed part of a message; {@code linux/if_link.h}, {@code linux/veth.h}, {@code linux/if_addr.h}, {@code
 * linux/rtnetlink.h}, {@code linux/neighbour.h}, {@code linux/pkt_sched.h}, {@code linux/netfilter/nf_tables.h}.
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
    NFTA_TABLE_NAME(1),
    NFTA_TABLE_FLAGS(2),
    NFTA_CHAIN_TABLE(1),
    NFTA_CHAIN_NAME(3),
    NFTA_CHAIN_HOOK(4),
    NFTA_CHAIN_TYPE(7),
    NFTA_HOOK_HOOKNUM(1),
    NFTA_HOOK_PRIORITY(2),
    NFTA_HOOK_DEV(3),
    NFTA_RULE_TABLE(1),
    NFTA_RULE_CHAIN(2),
    NFTA_RULE_EXPRESSIONS(4),
    NFTA_LIST_ELEM(1),
    NFTA_EXPR_NAME(1),
    NFTA_EXPR_DATA(2),
    NFTA_LIMIT_RATE(1),
    NFTA_LIMIT_UNIT(2),
    NFTA_LIMIT_BURST(3),
    NFTA_LIMIT_TYPE(4),
    NFTA_LIMIT_FLAGS(5),
    NFTA_IMMEDIATE_DREG(1),
    NFTA_IMMEDIATE_DATA(2),
    NFTA_DATA_VERDICT(2),
    NFTA_VERDICT_CODE(1);

    private final int number;

    Attribute(int number) {
        this.number = number;
    }

    short number() {
        return (short) number;
    }
}
