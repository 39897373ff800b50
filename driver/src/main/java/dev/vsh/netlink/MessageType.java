package dev.vsh.netlink;

/** {@code linux/rtnetlink.h}. */
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
    RTM_NEWTFILTER(44);

    private final int number;

    MessageType(int number) {
        this.number = number;
    }

    short number() {
        return (short) number;
    }
}
