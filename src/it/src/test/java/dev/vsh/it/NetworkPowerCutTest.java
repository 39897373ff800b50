package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Damage;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a loss of power makes of networks' files: {@code net-list} tells the truth, and each can be ended. */
@Requires({Need.ROOT, Need.VIRTUAL_NETWORKS})
final class NetworkPowerCutTest {
    private static final String PLAIN = "<dns enable='no'/><ip address='192.0.2.1' prefix='24'/>";
    private static final String SERVED =
            "<ip address='192.0.2.1' prefix='24'><dhcp>"
                    + "<range start='192.0.2.10' end='192.0.2.20'/></dhcp></ip>";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    private final Sandbox sandbox = machine.sandbox();
    private final HostNetwork host = machine.network();
    private final ThreadVsh vsh = machine.vsh();

    @BeforeEach
    void makeHost() {
        vsh.run("net-undefine", "default").requireSuccess();
    }

    @AfterEach
    void lookAtWhatIsLeft() {
        assertEquals(List.of(), names("--all"));
        assertEquals(List.of(), host.strangers());
        assertEquals("", host.run("nft", "list", "ruleset"));
    }

    private List<String> names(String option) {
        return vsh.run("net-list", option)
                .requireSuccess()
                .out()
                .lines()
                .skip(2)
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split(" ")[0])
                .toList();
    }

    private void define(String children) {
        try {
            Path file = sandbox.folder().resolve("network.xml");
            Files.writeString(file, "<network><name>hurt</name>" + children + "</network>");
            vsh.run("net-define", file.toString()).requireSuccess();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path definition() {
        return sandbox.embedRoot().resolve("etc/networks/hurt.xml");
    }

    private Path run(String suffix) {
        return sandbox.embedRoot().resolve("run/networks/hurt" + suffix);
    }

    private void end() {
        vsh.run("net-destroy", "hurt").requireSuccess();
        vsh.run("net-undefine", "hurt").requireSuccess();
    }

    private static void assertNames(Path file, Vsh.Result result) {
        assertEquals(1, result.status(), result::toString);
        assertTrue(result.errors().contains(file.toString()), result::errors);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damagedDefinitionIsNamedAndCanBeReplaced(Damage damage) throws IOException {
        define(PLAIN);
        String document = Files.readString(definition());
        damage.to(definition());
        assertEquals(List.of("hurt"), names("--all"));
        assertNames(definition(), vsh.run("net-start", "hurt"));
        assertNames(definition(), vsh.run("net-dumpxml", "hurt"));
        vsh.run("net-undefine", "hurt").requireSuccess();
        assertEquals(List.of(), names("--all"));
        Files.writeString(definition(), document);
        vsh.run("net-start", "hurt").requireSuccess();
        end();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void activeNetworkWhoseRecordIsDamagedIsFoundAgain(Damage damage) throws IOException {
        define(PLAIN);
        vsh.run("net-start", "hurt").requireSuccess();
        damage.to(run(".status"));
        assertEquals(List.of("hurt"), names("--table"));
        assertEquals(1, vsh.run("net-start", "hurt").status());
        end();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damagedLiveDocumentIsNamedAndTheNetworkCanBeDestroyed(Damage damage) throws IOException {
        define(PLAIN);
        vsh.run("net-start", "hurt").requireSuccess();
        damage.to(run(".xml"));
        assertEquals(List.of("hurt"), names("--table"));
        assertNames(run(".xml"), vsh.run("net-dumpxml", "hurt"));
        vsh.run("net-dumpxml", "hurt", "--inactive").requireSuccess();
        end();
    }

    /** A program of its own writes some of them while the network is active. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FOLDER")
    void filesOfTheServerAreNobodysTrouble(Damage damage) throws IOException {
        define(SERVED);
        vsh.run("net-start", "hurt").requireSuccess();
        for (String suffix : List.of(".leases", ".conf", ".pid", ".status")) {
            if (Files.size(run(suffix)) > 3 || damage == Damage.GARBAGE) {
                damage.to(run(suffix));
            }
        }
        assertEquals(List.of("hurt"), names("--table"));
        vsh.run("net-dhcp-leases", "hurt").requireSuccess();
        end();
    }
}
