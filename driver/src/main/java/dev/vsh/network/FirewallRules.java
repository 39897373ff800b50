package dev.vsh.network;

import java.util.Optional;

/**
 * The rules of a network, as nft(8) reads them: one table for each network, with the bridge in its name, so that the
 * rules go when the table goes and nobody else's are touched. A packet has to pass every table of the host: what is
 * accepted here another one may still refuse.
 */
public final class FirewallRules {
    /** Broadcasts and what routers say to each other stay what they are. */
    private static final String NEVER_TRANSLATED = "{ 224.0.0.0/24, 255.255.255.255 }";

    private final NetworkDefinition network;
    private final String bridge;
    private final StringBuilder forward = new StringBuilder();
    private final StringBuilder translate = new StringBuilder();

    private FirewallRules(NetworkDefinition network, String bridge) {
        this.network = network;
        this.bridge = bridge;
    }

    /** What makes the table; empty when the network's mode is to have no rules. */
    public static Optional<String> text(NetworkDefinition network, String bridge) {
        return switch (network.forward()) {
            case ISOLATED, NAT, ROUTE -> Optional.of(new FirewallRules(network, bridge).text());
            case OPEN, BRIDGE, PRIVATE, VEPA, PASSTHROUGH, HOSTDEV -> Optional.empty();
        };
    }

    /** Family and name. */
    public static String table(String bridge) {
        return "inet vsh-" + bridge;
    }

    private String text() {
        network.addresses().forEach(ip -> rules(ip.subnet()));
        // Between two of the network's own a router has nothing to say, whatever subnets they are
        // in.
        forward("iifname $port oifname $port accept");
        forward("iifname $port reject");
        forward("oifname $port reject");
        return """
        define port = "%s"
        table %s {
            chain forward {
                type filter hook forward priority filter; policy accept;
        %s    }
            chain postrouting {
                type nat hook postrouting priority srcnat; policy accept;
        %s    }
        }
        """
                .formatted(bridge, table(bridge), forward, translate);
    }

    private void rules(Subnet subnet) {
        switch (network.forward()) {
            case NAT -> {
                if (subnet.isIpv4() || network.nat().ipv6()) {
                    translated(subnet);
                } else {
                    routed(subnet);
                }
            }
            case ROUTE -> routed(subnet);
            case ISOLATED, OPEN, BRIDGE, PRIVATE, VEPA, PASSTHROUGH, HOSTDEV -> {}
        }
    }

    /** Out, and back what was asked for. */
    private void translated(Subnet subnet) {
        String family = family(subnet);
        forward(
                (device("iifname")
                                + "oifname $port %s daddr %s ct state established,related accept")
                        .formatted(family, subnet.text()));
        forward(
                ("iifname $port " + device("oifname") + "%s saddr %s accept")
                        .formatted(family, subnet.text()));
        String ours =
                device("oifname") + family + " saddr " + subnet.text() + " " + family + " daddr ";
        if (subnet.isIpv4()) {
            translate(ours + NEVER_TRANSLATED + " return");
        }
        String others = ours + "!= " + subnet.text() + " ";
        network.nat()
                .ports()
                .ifPresent(
                        _ ->
                                translate(
                                        others
                                                + "meta l4proto { tcp, udp } "
                                                + target(subnet, true)));
        translate(others + target(subnet, false));
    }

    private String target(Subnet subnet, boolean ports) {
        String range =
                ports
                        ? network.nat()
                                .ports()
                                .map(it -> ":" + it.start() + "-" + it.end())
                                .orElse("")
                        : "";
        return network.nat()
                .addresses()
                .filter(_ -> subnet.isIpv4())
                .map(it -> "snat ip to " + it.text() + range)
                .orElse("masquerade" + (range.isEmpty() ? "" : " to " + range));
    }

    private void routed(Subnet subnet) {
        String family = family(subnet);
        forward(
                (device("iifname") + "oifname $port %s daddr %s accept")
                        .formatted(family, subnet.text()));
        forward(
                ("iifname $port " + device("oifname") + "%s saddr %s accept")
                        .formatted(family, subnet.text()));
    }

    private String device(String which) {
        return network.forwardDevice().map(name -> which + " \"" + name + "\" ").orElse("");
    }

    private static String family(Subnet subnet) {
        return subnet.isIpv4() ? "ip" : "ip6";
    }

    private void forward(String rule) {
        forward.append("        ").append(rule).append('\n');
    }

    private void translate(String rule) {
        translate.append("        ").append(rule).append('\n');
    }
}
