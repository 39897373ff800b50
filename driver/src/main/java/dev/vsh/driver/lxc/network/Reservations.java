package dev.vsh.driver.lxc.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the document of a network says about single clients, in the words of its server's settings: these go before what
 * is said of containers, which the server would else take for the whole truth about a client.
 */
record Reservations(List<List<String>> lines) {
    private static final String OPTION = "dhcp-host=";

    static Reservations in(String settings) {
        return new Reservations(
                settings.lines()
                        .filter(line -> line.startsWith(OPTION))
                        .map(line -> line.substring(OPTION.length()).split(","))
                        .map(Arrays::asList)
                        .toList());
    }

    boolean knows(String mac) {
        return of(mac).findAny().isPresent();
    }

    Optional<InetAddress> address(String mac) {
        return of(mac).flatMap(List::stream).flatMap(Reservations::literal).findFirst();
    }

    private Stream<List<String>> of(String mac) {
        return lines.stream().filter(words -> words.contains(mac));
    }

    /** Only four numbers: a time could be taken for an address too. */
    private static Stream<InetAddress> literal(String word) {
        try {
            return word.matches("[0-9]+(\\.[0-9]+){3}")
                    ? Stream.of(InetAddress.ofLiteral(word))
                    : Stream.empty();
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
