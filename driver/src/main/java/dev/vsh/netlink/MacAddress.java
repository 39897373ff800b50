package dev.vsh.netlink;

import java.util.HexFormat;

/** The hardware address of an interface, as {@code 00:16:3e:…}. */
public record MacAddress(String text) {
    private static final HexFormat FORMAT = HexFormat.ofDelimiter(":");

    byte[] bytes() {
        return FORMAT.parseHex(text);
    }
}
