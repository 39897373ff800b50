package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.network.FirewallRules;
import dev.vsh.network.NetworkDefinition;

import java.util.Optional;

/** The rules of one network in the kernel's packet filter. */
record Firewall(String bridge) {
    private static final HostProgram NFT =
            new HostProgram("nft", "set the packet filter's rules", "nftables");

    /** Whether there are some already or not. */
    void set(NetworkDefinition network) {
        FirewallRules.text(network, bridge).ifPresent(rules -> NFT.run(rules, "-f", "-"));
    }

    /** Whether there are some or not. */
    void remove() {
        NFT.run(FirewallRules.removal(bridge), "-f", "-");
    }

    static boolean hasRules(NetworkDefinition network) {
        return FirewallRules.text(network, "").isPresent();
    }

    /** What is wrong with the rules, if anything: others may have emptied the packet filter. */
    Optional<String> trouble(NetworkDefinition network) {
        if (!hasRules(network)) {
            return Optional.empty();
        }
        try {
            String table = FirewallRules.table(bridge);
            boolean present =
                    NFT.run("", "list", "tables").lines().anyMatch(("table " + table)::equals);
            return present
                    ? Optional.empty()
                    : Optional.of("the rules in table '" + table + "' are gone");
        } catch (DriverException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
