package dev.vsh.netlink;

/** {@code linux/rtnetlink.h}, {@code linux/netfilter/nfnetlink.h}, {@code linux/netfilter/nf_tables.h}. */
enum MessageType {
    RTM_NEWLINK(16),
    RTM_DELLINK(17),
    RTM_GETLINK(18),
    RTM_NEWADDR(20),
    RTM_DELADDR(21),
    RTM_GETADDR(22),
    RTM_NEWROUTE(24),
    RTM_DELROUTE(25),
    RTM_NEWNEIGH(28),
    RTM_GETNEIGH(30),
    RTM_NEWQDISC(36),
    RTM_DELQDISC(37),
    RTM_NEWTCLASS(40),
    NFNL_MSG_BATCH_BEGIN(0x10),
    NFNL_MSG_BATCH_END(0x11),
    NFT_MSG_NEWTABLE(10 << 8),
    NFT_MSG_DELTABLE(10 << 8 | 2),
    NFT_MSG_NEWCHAIN(10 << 8 | 3),
    NFT_MSG_NEWRULE(10 << 8 | 6);

    private final int number;

    MessageType(int number) {
        this.number = number;
    }

    short number() {
        return (short) number;
    }
}
