package dev.vsh.domain;

import java.util.Arrays;
import java.util.Optional;

/** A part of a network's document, in the words of {@code net-update}. */
public enum NetworkSection {
    BRIDGE("bridge"),
    DOMAIN("domain"),
    IP("ip"),
    IP_DHCP_HOST("ip-dhcp-host"),
    IP_DHCP_RANGE("ip-dhcp-range"),
    FORWARD("forward"),
    FORWARD_INTERFACE("forward-interface"),
    FORWARD_PF("forward-pf"),
    PORTGROUP("portgroup"),
    DNS_HOST("dns-host"),
    DNS_TXT("dns-txt"),
    DNS_SRV("dns-srv");

    private final String word;

    NetworkSection(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<NetworkSection> of(String word) {
        return Arrays.stream(values()).filter(section -> section.word.equals(word)).findFirst();
    }
}
