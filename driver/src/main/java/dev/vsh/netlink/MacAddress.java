package dev.vsh.netlink;

import java.util.HexFormat;
import java.util.Optional;

/** The hardware address of an interface, as {@code 00:16:3e:…}. */
public record MacAddress(String text) {
    private static final HexFormat FORMAT = HexFormat.ofDelimiter(":");

    /** The highest first byte that an interface's address may have. */
    private static final String HIGHEST = "fe";

    byte[] bytes() {
        return FORMAT.parseHex(text);
    }

    /**
     * For the other end of the cable: a bridge takes the lowest address of its ports for its own, so that one that
     * comes and goes had better not have it. None where the two ends would be the same.
     */
    Optional<MacAddress> ofOtherEnd() {
        return Optional.of(HIGHEST + text.substring(HIGHEST.length()))
                .filter(other -> !other.equals(text))
                .map(MacAddress::new);
    }
}
