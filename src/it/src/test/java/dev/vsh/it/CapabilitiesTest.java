package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The powers that a container's root has, by {@code capabilities(7)}. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class CapabilitiesTest {
    private static final long CHOWN = 1L;
    private static final long KILL = 1L << 5;
    private static final long SYS_MODULE = 1L << 16;
    private static final long SYS_ADMIN = 1L << 21;
    private static final long SYS_TIME = 1L << 25;
    private static final long MKNOD = 1L << 27;
    private static final long AUDIT_CONTROL = 1L << 30;
    private static final long MAC_ADMIN = 1L << 33;
    private static final long DROPPED = SYS_MODULE | SYS_TIME | MKNOD | AUDIT_CONTROL | MAC_ADMIN;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    /** Those of this process: a container's cannot be more. */
    private static long own(String set) throws IOException {
        return parse(Files.readString(Path.of("/proc/self/status")), set);
    }

    private static long parse(String status, String set) {
        return status.lines()
                .filter(line -> line.startsWith(set + ":"))
                .map(line -> Long.parseUnsignedLong(line.substring(set.length() + 1).strip(), 16))
                .findFirst()
                .orElseThrow();
    }

    private void assertInside(long capabilities) {
        String status = probe.run("grep ^Cap /proc/self/status");
        assertEquals(capabilities, parse(status, "CapBnd"), status);
        assertEquals(capabilities, parse(status, "CapEff"), status);
        assertEquals(capabilities, parse(status, "CapPrm"), status);
        assertEquals(0, parse(status, "CapInh"), status);
        assertEquals(0, parse(status, "CapAmb"), status);
    }

    private void policy(String name, String states) {
        probe.document()
                .features("<capabilities policy='" + name + "'>" + states + "</capabilities>");
    }

    @Test
    void libvirtsDefaultSetIsDropped() throws IOException {
        assertInside(own("CapBnd") & ~DROPPED);
    }

    @Test
    void defaultPolicyTakesExceptions() throws IOException {
        policy("default", "<mknod state='on'/><sys_admin state='off'/>");
        assertInside(own("CapBnd") & ~DROPPED & ~SYS_ADMIN | MKNOD & own("CapBnd"));
    }

    @Test
    void allowPolicyKeepsWhatIsNotTakenAway() throws IOException {
        policy("allow", "<sys_admin state='off'/>");
        assertInside(own("CapBnd") & ~SYS_ADMIN);
    }

    @Test
    void denyPolicyKeepsWhatIsGiven() {
        policy("deny", "<chown state='on'/><kill state='on'/>");
        assertInside(CHOWN | KILL);
    }

    @Test
    void denyPolicyWithoutExceptionsLeavesNothing() {
        policy("deny", "");
        assertInside(0);
    }

    @Test
    void missingCapabilityIsFelt() {
        policy("default", "<chown state='off'/>");
        assertEquals("chown: /tmp: Operation not permitted", probe.run("chown 1:1 /tmp"));
    }
}
