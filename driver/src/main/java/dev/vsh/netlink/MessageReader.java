package dev.vsh.netlink;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Takes apart what the kernel answers to a request for all there is: several messages, each with attributes. */
public final class MessageReader {
    private static final int HEADER = 16;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;

    /** The fixed structures in front of the attributes: ifinfomsg, ifaddrmsg and ndmsg. */
    private static final int LINK_BODY = 16;

    private static final int ADDRESS_BODY = 8;
    private static final int NEIGHBOUR_BODY = 12;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int INDEX = 4;
    private static final int ALIGNMENT = 4;
    private static final int MAC_BYTES = 6;

    private MessageReader() {}

    /** What one read from the socket brought; the last of all is an {@link Told.End}. */
    public static List<Told> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Told> told = new ArrayList<>();
        while (buffer.remaining() >= HEADER) {
            int start = buffer.position();
            int length = buffer.getInt(start);
            int type = buffer.getShort(start + Answer.TYPE);
            ByteBuffer body =
                    buffer.slice(start + HEADER, length - HEADER).order(ByteOrder.LITTLE_ENDIAN);
            message(type, body).ifPresent(told::add);
            buffer.position(Math.min(buffer.limit(), start + aligned(length)));
        }
        return told;
    }

    private static Optional<Told> message(int type, ByteBuffer body) {
        if (type == NLMSG_DONE || type == NLMSG_ERROR) {
            return Optional.of(new Told.End(-body.getInt(0)));
        }
        if (type == MessageType.RTM_NEWLINK.number()) {
            return Optional.of(link(body));
        }
        if (type == MessageType.RTM_NEWNEIGH.number()) {
            return neighbour(body);
        }
        return type == MessageType.RTM_NEWADDR.number() ? address(body) : Optional.empty();
    }

    /** None where it has not answered. */
    private static Optional<Told> neighbour(ByteBuffer body) {
        Optional<MacAddress> mac =
                attribute(body, NEIGHBOUR_BODY, Attribute.NDA_LLADDR).flatMap(MessageReader::mac);
        return attribute(body, NEIGHBOUR_BODY, Attribute.NDA_DST)
                .filter(bytes -> bytes.length == IPV4_BYTES || bytes.length == IPV6_BYTES)
                .flatMap(bytes -> mac.map(known -> new Told.Neighbour(internet(bytes), known)));
    }

    private static Optional<MacAddress> mac(byte[] bytes) {
        return bytes.length == MAC_BYTES
                ? Optional.of(new MacAddress(HexFormat.ofDelimiter(":").formatHex(bytes)))
                : Optional.empty();
    }

    private static Told link(ByteBuffer body) {
        String name =
                attribute(body, LINK_BODY, Attribute.IFLA_IFNAME)
                        .map(
                                bytes ->
                                        new String(
                                                bytes, 0, bytes.length - 1, StandardCharsets.UTF_8))
                        .orElse("");
        Optional<MacAddress> mac =
                attribute(body, LINK_BODY, Attribute.IFLA_ADDRESS).flatMap(MessageReader::mac);
        return new Told.Link(body.getInt(INDEX), name, mac);
    }

    /** Where there is one at the other end, IFA_ADDRESS is that, and IFA_LOCAL is ours. */
    private static Optional<Told> address(ByteBuffer body) {
        return attribute(body, ADDRESS_BODY, Attribute.IFA_LOCAL)
                .or(() -> attribute(body, ADDRESS_BODY, Attribute.IFA_ADDRESS))
                .map(
                        bytes ->
                                new Told.Address(
                                        body.getInt(INDEX), internet(bytes), body.get(1) & 0xff));
    }

    private static InetAddress internet(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    private static Optional<byte[]> attribute(ByteBuffer body, int from, Attribute wanted) {
        int at = from;
        while (at + ALIGNMENT <= body.limit()) {
            int length = body.getShort(at) & 0xffff;
            if (body.getShort(at + 2) == wanted.number()) {
                byte[] value = new byte[length - ALIGNMENT];
                body.get(at + ALIGNMENT, value);
                return Optional.of(value);
            }
            at += aligned(Math.max(length, ALIGNMENT));
        }
        return Optional.empty();
    }

    private static int aligned(int length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
