package dev.vsh.netlink;

import java.util.Optional;

/** Requests about interfaces. */
public final class LinkRequests {
    private static final int IFF_UP = 1;

    /** The kernel counts a bridge's times in hundredths of a second. */
    private static final int TICKS = 100;

    private static final int MAKE =
            MessageWriter.NLM_F_ACK | MessageWriter.NLM_F_CREATE | MessageWriter.NLM_F_EXCL;

    private LinkRequests() {}

    /** The answer is all interfaces. */
    public static Request all() {
        return link(MessageType.RTM_GETLINK, MessageWriter.NLM_F_DUMP, Word.ZERO).finish();
    }

    /** The answer is the interface's index. */
    public static Request find(String name) {
        return link(MessageType.RTM_GETLINK, 0, Word.ZERO)
                .put(Attribute.IFLA_IFNAME, name)
                .finish();
    }

    /**
     * Moves an interface out of the socket's network namespace.
     *
     * @param pid of a process in the other namespace
     */
    public static Request moveTo(Word pid, String name) {
        return link(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK, Word.ZERO)
                .put(Attribute.IFLA_IFNAME, name)
                .put(Attribute.IFLA_NET_NS_PID, pid)
                .finish();
    }

    /**
     * Moves an interface out of the socket's network namespace, and calls it so there.
     *
     * @param namespace a descriptor of the other namespace
     */
    public static Request moveBack(Word index, Word namespace, String name) {
        return link(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK, index)
                .put(Attribute.IFLA_NET_NS_FD, namespace)
                .put(Attribute.IFLA_IFNAME, name)
                .finish();
    }

    public static Request up(Word index) {
        MessageWriter message = new MessageWriter(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK);
        return body(message, index, IFF_UP, IFF_UP).say("index=" + index + ", IFF_UP").finish();
    }

    public static Request down(Word index) {
        MessageWriter message = new MessageWriter(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK);
        return body(message, index, 0, IFF_UP).say("index=" + index + ", not IFF_UP").finish();
    }

    public static Request remove(Word index) {
        return link(MessageType.RTM_DELLINK, MessageWriter.NLM_F_ACK, index).finish();
    }

    public static Request remove(String name) {
        return link(MessageType.RTM_DELLINK, MessageWriter.NLM_F_ACK, Word.ZERO)
                .put(Attribute.IFLA_IFNAME, name)
                .finish();
    }

    public static Request resize(Word index, int mtu) {
        return link(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK, index)
                .put(Attribute.IFLA_MTU, Word.of(mtu))
                .finish();
    }

    /** Makes an interface a port of no bridge, also where it is none. */
    public static Request leave(Word index) {
        return join(index, Word.ZERO);
    }

    /** Makes an interface a port of a bridge. */
    public static Request join(Word index, Word bridge) {
        return link(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK, index)
                .put(Attribute.IFLA_MASTER, bridge)
                .finish();
    }

    public static Request describe(Word index, String alias) {
        return link(MessageType.RTM_NEWLINK, MessageWriter.NLM_F_ACK, index)
                .putUnended(Attribute.IFLA_IFALIAS, alias)
                .finish();
    }

    /** The two ends of a virtual cable: one here, one that is born in the network namespace of {@code pid}. */
    public static Request makePair(
            String here, String there, MacAddress mac, Optional<Integer> mtu, Word pid) {
        MessageWriter message = link(MessageType.RTM_NEWLINK, MAKE, Word.ZERO);
        mac.ofOtherEnd().ifPresent(other -> putMac(message, other));
        putMtu(message, mtu);
        message.put(Attribute.IFLA_IFNAME, here);
        Runnable peer =
                () -> {
                    body(message, Word.ZERO, 0, 0);
                    putMac(message, mac);
                    putMtu(message, mtu);
                    message.put(Attribute.IFLA_NET_NS_PID, pid);
                    message.put(Attribute.IFLA_IFNAME, there);
                };
        return kind(message, "veth", () -> message.nest(Attribute.VETH_INFO_PEER, peer)).finish();
    }

    /**
     * A bridge without ports.
     *
     * @param delay in seconds, before a new port passes packets on where there is a spanning tree
     */
    public static Request makeBridge(
            String name, MacAddress mac, Optional<Integer> mtu, boolean spanningTree, int delay) {
        MessageWriter message = link(MessageType.RTM_NEWLINK, MAKE, Word.ZERO);
        putMac(message, mac);
        putMtu(message, mtu);
        message.put(Attribute.IFLA_IFNAME, name);
        Runnable data =
                () -> {
                    message.put(Attribute.IFLA_BR_FORWARD_DELAY, Word.of(delay * TICKS));
                    message.put(Attribute.IFLA_BR_STP_STATE, Word.of(spanningTree ? 1 : 0));
                };
        return kind(message, "bridge", data).finish();
    }

    /**
     * An interface of its own on another one, born in the network namespace of {@code pid}.
     *
     * @param lower index of the other one
     */
    public static Request makeMacvlan(
            Word lower,
            MacvlanMode mode,
            String there,
            MacAddress mac,
            Optional<Integer> mtu,
            Word pid) {
        MessageWriter message = link(MessageType.RTM_NEWLINK, MAKE, Word.ZERO);
        putMac(message, mac);
        putMtu(message, mtu);
        message.put(Attribute.IFLA_NET_NS_PID, pid);
        message.put(Attribute.IFLA_LINK, lower);
        message.put(Attribute.IFLA_IFNAME, there);
        Runnable data = () -> message.put(Attribute.IFLA_MACVLAN_MODE, Word.of(mode.number()));
        return kind(message, "macvlan", data).finish();
    }

    private static void putMac(MessageWriter message, MacAddress mac) {
        message.put(Attribute.IFLA_ADDRESS, mac.bytes(), mac.text());
    }

    private static void putMtu(MessageWriter message, Optional<Integer> mtu) {
        mtu.ifPresent(size -> message.put(Attribute.IFLA_MTU, Word.of(size)));
    }

    private static MessageWriter kind(MessageWriter message, String kind, Runnable data) {
        return message.nest(
                Attribute.IFLA_LINKINFO,
                () -> {
                    message.putUnended(Attribute.IFLA_INFO_KIND, kind);
                    message.nest(Attribute.IFLA_INFO_DATA, data);
                });
    }

    private static MessageWriter link(MessageType type, int flags, Word index) {
        MessageWriter message = new MessageWriter(type, flags);
        if (!index.equals(Word.ZERO)) {
            message.say("index=" + index);
        }
        return body(message, index, 0, 0);
    }

    /** {@code struct ifinfomsg}: family, type, index, flags and which of them are meant. */
    private static MessageWriter body(MessageWriter message, Word index, int flags, int meant) {
        return message.word(Word.ZERO).word(index).word(Word.of(flags)).word(Word.of(meant));
    }
}
