package dev.vsh.shell.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

/** Addresses as other programs write them. */
final class AddressTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7",
                "::",
                "::1",
                "fd00::7",
                "fe80::216:3eff:fe00:1",
                "2001:db8::1:0:0:1",
                "2001:db8:0:1:1:1:1:1",
                "2001:db8::"
            })
    void zerosAreLeftOutOnce(String text) {
        assertEquals(text, AddressText.of(InetAddress.ofLiteral(text)));
    }
}
