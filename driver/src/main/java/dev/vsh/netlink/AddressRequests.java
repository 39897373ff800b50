package dev.vsh.netlink;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** Requests about the addresses and routes of interfaces. */
public final class AddressRequests {
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    /** Usable at once: nobody else can have the address of a container that is only about to begin. */
    private static final int IFA_F_NODAD = 0x02;

    private static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_BOOT = 3;
    private static final int RT_SCOPE_UNIVERSE = 0;
    private static final int RT_SCOPE_LINK = 253;
    private static final int RTN_UNICAST = 1;

    /** Networks smaller than this have no address to spare for all of them: RFC 3021. */
    private static final int SMALLEST_WITH_BROADCAST = 30;

    private static final int FLAGS =
            MessageWriter.NLM_F_ACK | MessageWriter.NLM_F_CREATE | MessageWriter.NLM_F_EXCL;

    private AddressRequests() {}

    /** The answer is the addresses of all interfaces. */
    public static Request all() {
        return new MessageWriter(MessageType.RTM_GETADDR, MessageWriter.NLM_F_DUMP)
                .word(Word.ZERO)
                .word(Word.ZERO)
                .finish();
    }

    /** The answer is those whom the machine has talked to. */
    public static Request neighbours() {
        return new MessageWriter(MessageType.RTM_GETNEIGH, MessageWriter.NLM_F_DUMP)
                .word(Word.ZERO)
                .word(Word.ZERO)
                .word(Word.ZERO)
                .finish();
    }

    /**
     * @param peer at the other end, where there are only two
     */
    public static Request address(
            Word index, InetAddress address, int prefix, Optional<InetAddress> peer) {
        return address(
                new MessageWriter(MessageType.RTM_NEWADDR, FLAGS), index, address, prefix, peer);
    }

    /** Takes back what {@link #address} set. */
    public static Request removeAddress(
            Word index, InetAddress address, int prefix, Optional<InetAddress> peer) {
        return address(
                new MessageWriter(MessageType.RTM_DELADDR, MessageWriter.NLM_F_ACK),
                index,
                address,
                prefix,
                peer);
    }

    private static Request address(
            MessageWriter empty,
            Word index,
            InetAddress address,
            int prefix,
            Optional<InetAddress> peer) {
        boolean old = address instanceof Inet4Address;
        MessageWriter message =
                empty.say("index=" + index + ", prefix=" + prefix)
                        .bytes(family(address), prefix, old ? 0 : IFA_F_NODAD, RT_SCOPE_UNIVERSE)
                        .word(index);
        put(message, Attribute.IFA_LOCAL, address);
        if (old && peer.isEmpty() && prefix <= SMALLEST_WITH_BROADCAST) {
            byte[] broadcast = broadcast(address.getAddress(), prefix);
            message.put(Attribute.IFA_BROADCAST, broadcast, text(broadcast));
        }
        put(message, Attribute.IFA_ADDRESS, peer.orElse(address));
        return message.finish();
    }

    /**
     * @param gateway none when everybody there can be reached directly
     */
    public static Request route(
            Word index,
            InetAddress destination,
            int prefix,
            Optional<InetAddress> gateway,
            Optional<Integer> metric) {
        return route(
                new MessageWriter(MessageType.RTM_NEWROUTE, FLAGS),
                index,
                destination,
                prefix,
                gateway,
                metric);
    }

    /** Takes back what {@link #route} set. */
    public static Request removeRoute(
            Word index,
            InetAddress destination,
            int prefix,
            Optional<InetAddress> gateway,
            Optional<Integer> metric) {
        return route(
                new MessageWriter(MessageType.RTM_DELROUTE, MessageWriter.NLM_F_ACK),
                index,
                destination,
                prefix,
                gateway,
                metric);
    }

    private static Request route(
            MessageWriter empty,
            Word index,
            InetAddress destination,
            int prefix,
            Optional<InetAddress> gateway,
            Optional<Integer> metric) {
        int scope = gateway.isPresent() ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK;
        MessageWriter message =
                empty.say("prefix=" + prefix)
                        .bytes(family(destination), prefix, 0, 0)
                        .bytes(RT_TABLE_MAIN, RTPROT_BOOT, scope, RTN_UNICAST)
                        .word(Word.ZERO);
        if (prefix > 0) {
            put(message, Attribute.RTA_DST, destination);
        }
        gateway.ifPresent(address -> put(message, Attribute.RTA_GATEWAY, address));
        metric.ifPresent(number -> message.put(Attribute.RTA_PRIORITY, Word.of(number)));
        return message.put(Attribute.RTA_OIF, index).finish();
    }

    private static int family(InetAddress address) {
        return address instanceof Inet4Address ? AF_INET : AF_INET6;
    }

    private static void put(MessageWriter message, Attribute attribute, InetAddress address) {
        message.put(attribute, address.getAddress(), address.getHostAddress());
    }

    private static byte[] broadcast(byte[] address, int prefix) {
        byte[] all = address.clone();
        for (int bit = prefix; bit < Byte.SIZE * all.length; bit++) {
            all[bit / Byte.SIZE] |= (byte) (0x80 >> (bit % Byte.SIZE));
        }
        return all;
    }

    private static String text(byte[] address) {
        return (address[0] & 0xff)
                + "."
                + (address[1] & 0xff)
                + "."
                + (address[2] & 0xff)
                + "."
                + (address[3] & 0xff);
    }
}
