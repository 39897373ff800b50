package dev.vsh.network;

import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.domain.xml.NetworkXmlReader;
import dev.vsh.testing.GoldenFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What nft and dnsmasq are told of the samples, as golden files. */
final class SettingsTest {
    private static final NetworkGrammar GRAMMAR = new NetworkGrammar();

    @ParameterizedTest
    @ValueSource(strings = {"default", "isolated", "routed"})
    void sampleIsToldAsWrittenDown(String name) throws IOException {
        Path sample = Path.of("..", "xml-samples", "networks", name + ".xml");
        NetworkDefinition network =
                NetworkXmlReader.create(GRAMMAR).read(Files.readString(sample), name, true);
        String bridge = network.bridgeName().orElseThrow();
        String told =
                FirewallRules.text(network, bridge).orElse("")
                        + "\n"
                        + ServerSettings.text(
                                network,
                                bridge,
                                new ServerSettings.Places(
                                        Path.of("/run/pid"),
                                        Path.of("/run/leases"),
                                        Path.of("/names"),
                                        Path.of("/clients")));
        new GoldenFile("networks/" + name + ".txt").assertSays(told);
    }
}
