package dev.vsh.driver.lxc.network;

import dev.vsh.domain.Bandwidth;
import dev.vsh.driver.DriverException;
import dev.vsh.netlink.MeterRequests;
import dev.vsh.network.FirewallRules;
import dev.vsh.network.NetworkDefinition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules of one network in the kernel's packet filter: who reaches whom, and how much of it may come from there. */
record Firewall(String bridge) {
    private static final HostProgram NFT =
            new HostProgram("nft", "set the packet filter's rules", "nftables");

    /** Whether there are some already or not. */
    void set(NetworkDefinition network) {
        load(text(network));
    }

    /** Whether there are some or not. */
    void remove(NetworkDefinition network) {
        load(removal(tables(network).keySet()));
    }

    /** Of a network about which nothing more is known. */
    void removeAll() {
        load(removal(List.of(FirewallRules.table(bridge), MeterRequests.table(bridge))));
    }

    private static void load(String rules) {
        if (!rules.isEmpty()) {
            NFT.run(rules, "-f", "-");
        }
    }

    /** What makes the tables, or makes them anew; empty when there are to be none. */
    String text(NetworkDefinition network) {
        Map<String, String> tables = tables(network);
        return removal(tables.keySet()) + String.join("", tables.values());
    }

    /** With nft(8), to which it makes no difference whether they are there. */
    private static String removal(Collection<String> tables) {
        return tables.stream()
                .map(table -> "table " + table + "\ndelete table " + table + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> tables(NetworkDefinition network) {
        Map<String, String> tables = new TreeMap<>();
        FirewallRules.text(network, bridge)
                .ifPresent(rules -> tables.put(FirewallRules.table(bridge), rules));
        network.bandwidth()
                .flatMap(Bandwidth::outbound)
                .ifPresent(rate -> tables.put(MeterRequests.table(bridge), meter(rate)));
        return tables;
    }

    /** Of what those in the network send to the host and beyond. */
    private String meter(Bandwidth.Rate rate) {
        return """
        table %s {
            chain outbound {
                type filter hook ingress device "%s" priority filter; policy accept;
                %s
            }
        }
        """
                .formatted(
                        MeterRequests.table(bridge),
                        bridge,
                        MeterRequests.text(BandwidthLimits.of(rate)));
    }

    /** What is wrong with the rules, if anything: others may have emptied the packet filter. */
    Optional<String> trouble(NetworkDefinition network) {
        Collection<String> tables = tables(network).keySet();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> present = NFT.run("", "list", "tables").lines().toList();
            return tables.stream()
                    .filter(table -> !present.contains("table " + table))
                    .findFirst()
                    .map(table -> "the rules in table '" + table + "' are gone");
        } catch (DriverException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
