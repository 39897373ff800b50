package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.Subnet;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The network that is there without anybody having defined one. It is defined when networks are first looked at, and
 * never again: who undefines it has done without.
 */
final class DefaultNetwork {
    private static final String NAME = "default";

    private final NetworkWorkshop workshop;

    DefaultNetwork(NetworkWorkshop workshop) {
        this.workshop = workshop;
    }

    void defineOnce(int seed, Supplier<Random> random) {
        if (workshop.readOnly() || Files.exists(workshop.folders().definitions())) {
            return;
        }
        try (DomainLock _ = workshop.lock(NAME)) {
            if (!Files.exists(workshop.folders().definitions())) {
                definition(seed, random)
                        .ifPresent(
                                network ->
                                        workshop.definitions()
                                                .write(NAME, workshop.documents().write(network)));
            }
        } catch (DriverException _) {
            // Whoever may not write there gets to see what others have defined.
        }
    }

    private Optional<NetworkDefinition> definition(int seed, Supplier<Random> random) {
        FreePlaces places = new FreePlaces(workshop.links(), List.of(), seed);
        return places.subnet()
                .map(subnet -> document(places.bridge(), FreePlaces.mac(random.get()), subnet))
                .map(text -> workshop.documents().read(DomainDocument.of(text)));
    }

    private static String document(String bridge, String mac, Subnet subnet) {
        String address = subnet.address().getHostAddress();
        String network = address.substring(0, address.lastIndexOf('.') + 1);
        return """
        <network>
          <name>%s</name>
          <forward mode='nat'/>
          <bridge name='%s'/>
          <mac address='%s'/>
          <ip address='%s' netmask='255.255.255.0'>
            <dhcp><range start='%s2' end='%s254'/></dhcp>
          </ip>
        </network>
        """
                .formatted(NAME, bridge, mac, address, network, network);
    }
}
