package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.HostUsrRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Transcript;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The host's own systemd as the init of a container: the rest of its system is little more than an empty folder. */
@Requires({Need.ROOT, Need.SYSTEMD, Need.USER_NAMESPACES})
final class SystemdTest {
    private static final String UNIT = "vsh-guests.service";
    private static final ShutdownRequest PATIENT = ShutdownRequest.within(Duration.ofSeconds(60));

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private HostUsrRoot root;

    @BeforeEach
    void prepare() throws IOException {
        connection = sandbox.connect();
        root = HostUsrRoot.make(sandbox.folder().resolve("root"));
        Files.copy(Path.of("/usr/lib/os-release"), root.path("/etc/os-release"));
        root.write("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
        root.write("/etc/group", "root:x:0:\n");
        root.write("/etc/shadow", "root:*:19000:0:99999:7:::\n");
        root.write("/etc/pam.d/chpasswd", "password required pam_unix.so sha512\n");
        // Not the first boot of a machine, at which everything is enabled that the host has.
        root.write("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Domain start(boolean mapped) {
        var document = document();
        return start(mapped ? document.idMap(100_000, 65_536) : document);
    }

    private ContainerDocument document() {
        return root.in(sandbox.document()).init("/usr/lib/systemd/systemd").memoryMib(256);
    }

    private Domain start(ContainerDocument document) {
        Domain domain = connection.defineDomain(document.document());
        domain.start();
        awaitLogin(domain);
        return domain;
    }

    private static void awaitLogin(Domain domain) {
        try (Transcript console = Transcript.of(domain)) {
            console.awaitText("login: ");
        }
    }

    private Vsh.Result exec(Domain domain, String... words) {
        String[] command = new String[words.length + 3];
        command[0] = "exec";
        command[1] = domain.name();
        command[2] = "--";
        System.arraycopy(words, 0, command, 3, words.length);
        return sandbox.vsh().run(command);
    }

    private static String state(Domain domain) {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    private static long initPid(Domain domain) {
        return ((DomainStatus.Running) domain.status()).initPid();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesToALoginPromptAndShutsDown(boolean mapped) {
        Domain domain = start(mapped);
        // It has the groups that it makes for its services.
        String groups =
                exec(
                                domain,
                                "sh",
                                "-c",
                                "cat /proc/$(systemctl show -P MainPID console-getty)/cgroup")
                        .requireSuccess()
                        .out();
        assertTrue(groups.contains(":/system.slice/console-getty.service"), groups);
        domain.shutdown(PATIENT);
        assertEquals("shut off (shutdown)", state(domain));
    }

    /** As on a host: our unit starts a marked container with the system, and asks it to end before the system does. */
    @Test
    void rebootsFromOutsideAndFromInsideAndTheUnitTakesItsContainersAlong() throws IOException {
        install();
        Domain domain = start(host());
        assertEquals(
                "",
                exec(domain, "systemd-analyze", "verify", UNIT).requireSuccess().errors().strip());
        awaitGuest("up\n");
        assertPasswordsChange(domain);
        long first = initPid(domain);
        domain.reboot(PATIENT);
        awaitLogin(domain);
        long second = initPid(domain);
        assertNotEquals(first, second);
        awaitGuest("up\nasked\ndown\nup\n");
        try (Transcript console = Transcript.of(domain)) {
            exec(domain, "systemctl", "poweroff", "--no-block").requireSuccess();
            console.awaitEnd();
        }
        assertEquals("shut off (shutdown)", state(domain));
        awaitGuest("up\nasked\ndown\nup\nasked\ndown\n");
    }

    private void assertPasswordsChange(Domain domain) throws IOException {
        String line = "set-user-password " + domain.name() + " ";
        Vsh.Result result = sandbox.vsh().run(line + "root 'a: b'; " + line + "nobody-here x");
        assertTrue(result.out().startsWith("Password set successfully for root in "), result.out());
        assertTrue(result.errors().contains("password of 'nobody-here'"), result.errors());
        Path shadow = root.path("/etc/shadow");
        assertTrue(Files.readString(shadow).startsWith("root:$6$"), Files.readString(shadow));
        sandbox.vsh().run(line + "root '$6$salt$hash' --encrypted").requireSuccess();
        assertTrue(Files.readString(shadow).startsWith("root:$6$salt$hash:"));
    }

    /** Without the drop-ins it is not asked: the session is ended beside the unit, and the helper with it. */
    @Requires(Need.LOGIND)
    @ParameterizedTest
    @CsvSource({
        "/user.slice/user-0.slice/session-, /opt/vsh/bin/vsh start guest",
        "/user.slice/user-0.slice/user@0.service/, systemd-run --user --scope /opt/vsh/bin/vsh start guest"
    })
    void whatWasStartedInALoginSessionIsAskedToStopBeforeThatEnds(String group, String command)
            throws IOException {
        install();
        Files.delete(root.path("/etc/vsh/lxc/autostart/guest.xml"));
        allowLogin();
        Domain domain = start(host());
        Await.until(
                "logind",
                () -> exec(domain, "systemctl", "is-active", "systemd-logind", UNIT).out(),
                "active\nactive\n"::equals);
        exec(domain, "su", "-l", "root", "-c", command).requireSuccess();
        awaitGuest("up\n");
        String helper = exec(domain, "/opt/vsh/bin/vsh", "domid", "guest").out().strip();
        String groups = exec(domain, "cat", "/proc/" + helper + "/cgroup").out();
        assertTrue(groups.contains(group), groups);
        try (Transcript console = Transcript.of(domain)) {
            exec(domain, "systemctl", "poweroff", "--no-block").requireSuccess();
            console.awaitEnd();
        }
        awaitGuest("up\nasked\ndown\n");
    }

    /** As they would if the drop-ins named the unit itself: systemd starts nothing that comes before what stops. */
    @Requires(Need.LOGIND)
    @Test
    void loginsDoNotWaitForAUnitThatIsBeingStoppedByHand() throws IOException {
        install();
        allowLogin();
        Domain domain = start(host());
        awaitGuest("up\n");
        root.write("/busy", "");
        exec(domain, "systemctl", "stop", "--no-block", UNIT).requireSuccess();
        awaitGuest("up\nasked\n");
        String seen =
                exec(
                                domain,
                                "su",
                                "-l",
                                "root",
                                "-c",
                                "systemctl is-active " + UNIT + "; cat /proc/self/cgroup")
                        .out();
        Files.delete(root.path("/busy"));
        assertTrue(seen.startsWith("deactivating\n"), seen);
        assertTrue(seen.contains("/user.slice/user-0.slice/session-"), seen);
        awaitGuest("up\nasked\ndown\n");
        domain.shutdown(PATIENT);
    }

    /** What a login needs to have a session: the bus, and whoever is behind it. */
    private void allowLogin() throws IOException {
        root.write(
                "/etc/passwd",
                "root:x:0:0:root:/root:/bin/sh\nmessagebus:x:100:100::/nonexistent:/bin/false\n");
        root.write("/etc/group", "root:x:0:\nmessagebus:x:100:\n");
        root.write("/etc/nsswitch.conf", "passwd: files\ngroup: files\nshadow: files\n");
        root.write(
                "/etc/pam.d/su-l",
                "auth sufficient pam_rootok.so\naccount required pam_permit.so\n"
                        + "session required pam_systemd.so\n");
        root.write(
                "/etc/pam.d/systemd-user",
                "account required pam_permit.so\nsession required pam_systemd.so\n");
    }

    private ContainerDocument host() {
        return document()
                .memoryMib(512)
                .features("<capabilities policy='allow'/>")
                .filesystem(Checkout.folder() + "/vsh/target/dist", "/opt/vsh", "<readonly/>");
    }

    /** All that the package has for systemd, and a definition that is marked. */
    private void install() throws IOException {
        Path units = Checkout.folder().resolve("src/dist/systemd");
        try (Stream<Path> files = Files.walk(units)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                root.write("/etc/systemd/system/" + units.relativize(file), Files.readString(file));
            }
        }
        link("/etc/systemd/system/multi-user.target.wants/" + UNIT, "../" + UNIT);
        ContainerDocument guest =
                sandbox.document()
                        .init(
                                "/bin/sh",
                                "-c",
                                "trap 'echo asked >>/guest; while [ -e /busy ]; do sleep 0.1; done;"
                                        + " echo down >>/guest; exit 0' TERM; echo up >>/guest;"
                                        + " while :; do sleep 0.1; done");
        root.write("/etc/vsh/lxc/guest.xml", guest.xml().replace(guest.name(), "guest"));
        link("/etc/vsh/lxc/autostart/guest.xml", "/etc/vsh/lxc/guest.xml");
    }

    private void link(String inside, String target) throws IOException {
        Files.createDirectories(root.path(inside).getParent());
        Files.createSymbolicLink(root.path(inside), Path.of(target));
    }

    private void awaitGuest(String said) {
        Await.until("the unit's container", this::guest, said::equals);
    }

    /** What it has said of itself. */
    private String guest() {
        try {
            return Files.readString(root.path("/guest"));
        } catch (IOException _) {
            return "";
        }
    }

    /** With every process that it has started, in however many groups of its own. */
    @Test
    void isDestroyedAtOnce() {
        Domain domain = start(false);
        domain.destroy();
        assertEquals("shut off (destroyed)", state(domain));
    }
}
