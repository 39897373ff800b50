package dev.vsh.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests as iproute2 6.1 sends them for the same purpose, captured by strace. */
final class RequestsTest {
    /** The sequence number: there is always only one question at a time. */
    private static final int SEQUENCE = 8;

    private static final Word INDEX = Word.of(4);
    private static final Word PID = Word.of(9608);

    private record Captured(String command, Request request, String bytes) {}

    private static Stream<Captured> captured() {
        return Stream.of(
                new Captured(
                        "ip link add name vshA address fe:54:00:01:02:03 mtu 1400 type veth peer"
                                + " name eth0 address 52:54:00:01:02:03 mtu 1400 netns 9608",
                        LinkRequests.makePair(
                                "vshA",
                                "eth0",
                                new MacAddress("52:54:00:01:02:03"),
                                Optional.of(1400),
                                PID),
                        """
                        8c 00 00 00 10 00 05 06  f0 98 02 6b 00 00 00 00
                        00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00
                        0a 00 01 00 fe 54 00 01  02 03 00 00 08 00 04 00
                        78 05 00 00 09 00 03 00  76 73 68 41 00 00 00 00
                        4c 00 12 00 08 00 01 00  76 65 74 68 40 00 02 00
                        3c 00 01 00 00 00 00 00  00 00 00 00 00 00 00 00
                        00 00 00 00 0a 00 01 00  52 54 00 01 02 03 00 00
                        08 00 04 00 78 05 00 00  08 00 13 00 88 25 00 00
                        09 00 03 00 65 74 68 30  00 00 00 00
                        """),
                new Captured(
                        "ip link add link vshA name eth1 address 52:54:00:01:02:04 netns 9608"
                                + " type macvlan mode bridge",
                        LinkRequests.makeMacvlan(
                                INDEX,
                                MacvlanMode.BRIDGE,
                                "eth1",
                                new MacAddress("52:54:00:01:02:04"),
                                Optional.empty(),
                                PID),
                        """
                        64 00 00 00 10 00 05 06  f1 98 02 6b 00 00 00 00
                        00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00
                        0a 00 01 00 52 54 00 01  02 04 00 00 08 00 13 00
                        88 25 00 00 08 00 05 00  04 00 00 00 09 00 03 00
                        65 74 68 31 00 00 00 00  1c 00 12 00 0b 00 01 00
                        6d 61 63 76 6c 61 6e 00  0c 00 02 00 08 00 01 00
                        04 00 00 00
                        """),
                new Captured(
                        "ip link set vshA up",
                        LinkRequests.up(INDEX),
                        """
                        20 00 00 00 10 00 05 00  f1 98 02 6b 00 00 00 00
                        00 00 00 00 04 00 00 00  01 00 00 00 01 00 00 00
                        """),
                new Captured(
                        "ip link set vshA master br9",
                        LinkRequests.join(INDEX, Word.of(2)),
                        """
                        28 00 00 00 10 00 05 00  f1 98 02 6b 00 00 00 00
                        00 00 00 00 04 00 00 00  00 00 00 00 00 00 00 00
                        08 00 0a 00 02 00 00 00
                        """),
                new Captured(
                        "ip link set vshA alias \"eth0 of domain 'web'\"",
                        LinkRequests.describe(INDEX, "eth0 of domain 'web'"),
                        """
                        38 00 00 00 10 00 05 00  f1 98 02 6b 00 00 00 00
                        00 00 00 00 04 00 00 00  00 00 00 00 00 00 00 00
                        18 00 14 00 65 74 68 30  20 6f 66 20 64 6f 6d 61
                        69 6e 20 27 77 65 62 27
                        """),
                new Captured(
                        "ip addr add 10.1.2.3/24 broadcast 10.1.2.255 dev vshA",
                        AddressRequests.address(INDEX, address("10.1.2.3"), 24, Optional.empty()),
                        """
                        30 00 00 00 14 00 05 06  f1 98 02 6b 00 00 00 00
                        02 18 00 00 04 00 00 00  08 00 02 00 0a 01 02 03
                        08 00 04 00 0a 01 02 ff  08 00 01 00 0a 01 02 03
                        """),
                new Captured(
                        "ip addr add fd00::3/64 dev vshA nodad",
                        AddressRequests.address(INDEX, address("fd00::3"), 64, Optional.empty()),
                        """
                        40 00 00 00 14 00 05 06  f1 98 02 6b 00 00 00 00
                        0a 40 02 00 04 00 00 00  14 00 02 00 fd 00 00 00
                        00 00 00 00 00 00 00 00  00 00 00 03 14 00 01 00
                        fd 00 00 00 00 00 00 00  00 00 00 00 00 00 00 03
                        """),
                new Captured(
                        "ip route add default via 10.1.2.1 dev vshA metric 7",
                        AddressRequests.route(
                                INDEX,
                                address("0.0.0.0"),
                                0,
                                Optional.of(address("10.1.2.1")),
                                Optional.of(7)),
                        """
                        34 00 00 00 18 00 05 06  f1 98 02 6b 00 00 00 00
                        02 00 00 00 fe 03 00 01  00 00 00 00 08 00 05 00
                        0a 01 02 01 08 00 06 00  07 00 00 00 08 00 04 00
                        04 00 00 00
                        """),
                new Captured(
                        "ip route add 10.9.0.0/16 via 10.1.2.1 dev vshA",
                        AddressRequests.route(
                                INDEX,
                                address("10.9.0.0"),
                                16,
                                Optional.of(address("10.1.2.1")),
                                Optional.empty()),
                        """
                        34 00 00 00 18 00 05 06  f1 98 02 6b 00 00 00 00
                        02 10 00 00 fe 03 00 01  00 00 00 00 08 00 01 00
                        0a 09 00 00 08 00 05 00  0a 01 02 01 08 00 04 00
                        04 00 00 00
                        """));
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @TestFactory
    Stream<DynamicTest> requestIsWhatTheCommandSends() {
        return captured()
                .map(each -> DynamicTest.dynamicTest(each.command(), () -> assertSame(each)));
    }

    private static void assertSame(Captured captured) {
        byte[] expected = HexFormat.of().parseHex(captured.bytes().replaceAll("\\s", ""));
        Arrays.fill(expected, SEQUENCE, SEQUENCE + Integer.BYTES, (byte) 0);
        HexFormat hex = HexFormat.ofDelimiter(" ");
        assertEquals(hex.formatHex(expected), hex.formatHex(captured.request().bytes()));
    }

    /**
     * The rule of {@code table netdev vsh-o0 { chain outbound { type filter hook ingress device "o0" priority 0; limit
     * rate over 500000 bytes/second burst 65536 bytes drop; } }}, but for the flag of nested attributes.
     */
    @Test
    void meterIsToldWhatNftTellsIt() {
        String captured =
                "44 00 01 00 0a 00 01 00 6c 69 6d 69 74 00 00 00 34 00 02 00 0c 00 01 00 00 00 00"
                        + " 00 00 07 a1 20 0c 00 02 00 00 00 00 00 00 00 00 01 08 00 03 00 00 01 00 00"
                        + " 08 00 04 00 00 00 00 01 08 00 05 00 00 00 00 01 30 00 01 00 0e 00 01 00 69"
                        + " 6d 6d 65 64 69 61 74 65 00 00 00 1c 00 02 00 08 00 01 00 00 00 00 00 10 00"
                        + " 02 00 0c 00 02 00 08 00 01 00 00 00 00 00 14 00 00 00 11 00";
        Request request = MeterRequests.limit("o0", new RateLimit(500_000, 500_000, 65_536));
        String bytes = HexFormat.ofDelimiter(" ").formatHex(request.bytes());
        assertTrue(bytes.contains(captured), bytes);
        assertEquals(
                "{NFT_MSG_NEWRULE limit rate over 500000 bytes/second burst 65536 bytes drop}",
                request.text());
    }

    @Test
    void whatIsKnownLaterLeavesAGap() {
        var pid = new Word.Later(0, "pid");
        Request request = LinkRequests.moveTo(pid, "eth7");
        assertEquals("{RTM_NEWLINK IFLA_IFNAME=eth7, IFLA_NET_NS_PID={pid}}", request.text());
        assertEquals(List.of(new Request.Gap(48, pid)), request.gaps());
    }

    @Test
    void answerIsAnErrorOrAnIndex() {
        assertEquals(-19, Answer.result(2, -19, 52));
        assertEquals(0, Answer.result(2, 0, 52));
        assertEquals(7, Answer.result(16, 0, 7));
    }
}
