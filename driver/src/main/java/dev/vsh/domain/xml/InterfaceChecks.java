package dev.vsh.domain.xml;

import dev.vsh.schema.InterfaceAddressXml;
import dev.vsh.schema.InterfaceRouteXml;
import dev.vsh.schema.InterfaceSourceXml;
import dev.vsh.schema.InterfaceTypeXml;
import dev.vsh.schema.InterfaceXml;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Network interfaces. */
final class InterfaceChecks {
    private static final List<String> MODES = List.of("vepa", "bridge", "private", "passthrough");

    private InterfaceChecks() {}

    static void source(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (InterfaceXml nic : domain.interfaces()) {
            InterfaceTypeXml type = InterfaceSourceBinding.type(nic);
            Optional<InterfaceSourceXml> source = Single.of(nic.getSource());
            for (String attribute : InterfaceSourceBinding.required(type)) {
                if (source.map(xml -> value(xml, attribute)).isEmpty()) {
                    problems.accept(
                            domain.problem(
                                    source.<Object>map(xml -> xml).orElse(nic),
                                    "<interface> of type '%s' needs a <source> with the attribute '%s'"
                                            .formatted(type.value(), attribute)));
                }
            }
            source.filter(xml -> type == InterfaceTypeXml.DIRECT)
                    .ifPresent(xml -> mode(domain, xml, problems));
            source.filter(xml -> type != InterfaceTypeXml.ETHERNET)
                    .ifPresent(xml -> hostEnd(domain, xml, type, problems));
        }
    }

    /** As libvirt. */
    private static void hostEnd(
            ParsedDomain domain,
            InterfaceSourceXml source,
            InterfaceTypeXml type,
            Consumer<XmlProblem> problems) {
        if (!source.getIp().isEmpty() || !source.getRoute().isEmpty()) {
            problems.accept(
                    domain.problem(
                            source,
                            "<interface> of type '%s' has no end on the host for <ip> and <route> in its <source>, which are for type 'ethernet'"
                                    .formatted(type.value())));
        }
    }

    private static void mode(
            ParsedDomain domain, InterfaceSourceXml source, Consumer<XmlProblem> problems) {
        String mode = InterfaceSourceBinding.mode(source);
        if (!MODES.contains(mode)) {
            problems.accept(
                    domain.problem(
                            source,
                            "attribute 'mode' of <source> is %s, expected one of: %s"
                                    .formatted(Quote.of(mode), String.join(", ", MODES))));
        }
    }

    private static @Nullable String value(InterfaceSourceXml source, String attribute) {
        return switch (attribute) {
            case "network" -> source.getNetwork();
            case "bridge" -> source.getBridge();
            case "dev" -> source.getDev();
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    static void macs(ParsedDomain domain, Consumer<XmlProblem> problems) {
        Set<String> seen = new HashSet<>();
        for (InterfaceXml nic : domain.interfaces()) {
            InterfaceBinding.mac(nic)
                    .flatMap(mac -> fault(mac, seen))
                    .ifPresent(
                            fault ->
                                    problems.accept(
                                            domain.problem(nic.getMac().getFirst(), fault)));
        }
    }

    private static Optional<String> fault(String mac, Set<String> seen) {
        // The lowest bit of the first byte says that the address is that of a group.
        if ((Integer.parseInt(mac.substring(0, 2), 16) & 1) == 1) {
            return Optional.of(
                    "<mac> is the multicast address '" + mac + "', expected a unicast one");
        }
        return seen.add(mac)
                ? Optional.empty()
                : Optional.of("there is another <interface> with the address '" + mac + "'");
    }

    /** A prefix is no longer than its address. */
    static void addresses(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (InterfaceXml nic : domain.interfaces()) {
            for (InterfaceAddressXml ip : nic.getIp()) {
                prefix(ip.getAddress(), ip.getPrefix())
                        .ifPresent(fault -> problems.accept(domain.problem(ip, fault)));
            }
            for (InterfaceRouteXml route : nic.getRoute()) {
                prefix(route.getAddress(), route.getPrefix())
                        .ifPresent(fault -> problems.accept(domain.problem(route, fault)));
            }
        }
    }

    private static Optional<String> prefix(String address, @Nullable Integer prefix) {
        boolean tooLong = prefix != null && prefix > 32 && !address.contains(":");
        return tooLong
                ? Optional.of(
                        "the prefix of the IPv4 address '%s' is %d, more than 32"
                                .formatted(address, prefix))
                : Optional.empty();
    }
}
