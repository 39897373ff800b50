package dev.vsh.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What Linux 6.18 answered, captured; of attributes, those that nobody looks at are among them. */
final class MessageReaderTest {
    private static final String DONE =
            "14 00 00 00 03 00 02 00 00 00 00 00 f7 58 00 00 00 00 00 00 ";

    private static List<Told> read(String bytes) {
        return MessageReader.read(HexFormat.of().parseHex(bytes.replaceAll("\\s+", "")));
    }

    @Test
    void ownAddressIsNotThatOfTheOtherEnd() {
        String peer =
                """
                4c 00 00 00 14 00 02 00 00 00 00 00 f7 58 00 00  02 20 80 00 03 00 00 00
                08 00 01 00 c0 00 02 08  08 00 02 00 c0 00 02 07
                07 00 03 00 76 30 00 00  08 00 08 00 80 00 00 00
                14 00 06 00 ff ff ff ff ff ff ff ff ee cc 27 00 ee cc 27 00
                """;
        assertEquals(
                List.of(
                        new Told.Address(3, InetAddress.ofLiteral("192.0.2.7"), 32),
                        new Told.End(0)),
                read(peer + DONE));
    }

    @Test
    void addressOfSixteenBytesHasNoLocalOne() {
        String address =
                """
                48 00 00 00 14 00 02 00 00 00 00 00 f7 58 00 00  0a 40 82 00 03 00 00 00
                14 00 01 00 fd 00 00 00 00 00 00 00 00 00 00 00 00 00 00 07
                14 00 06 00 ff ff ff ff ff ff ff ff f0 cc 27 00 f0 cc 27 00
                08 00 08 00 82 00 00 00
                """;
        assertEquals(
                List.of(new Told.Address(3, InetAddress.ofLiteral("fd00::7"), 64)), read(address));
    }

    @Test
    void interfaceHasANameAndAnAddress() {
        String link =
                """
                34 00 00 00 10 00 02 00 00 00 00 00 f7 58 00 00
                00 00 01 00 03 00 00 00 43 10 01 00 00 00 00 00
                07 00 03 00 76 30 00 00  0a 00 01 00 52 54 00 00 00 01 00 00
                """;
        assertEquals(
                List.of(new Told.Link(3, "v0", Optional.of(new MacAddress("52:54:00:00:00:01")))),
                read(link));
    }

    @Test
    void refusalIsAnEnd() {
        String error =
                "24 00 00 00 02 00 00 00 00 00 00 00 f7 58 00 00 ff ff ff ff"
                        + " 14 00 00 00 12 00 01 03 00 00 00 00 00 00 00 00";
        assertEquals(List.of(new Told.End(1)), read(error));
    }
}
