package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

import java.util.List;

/** Children of the clone that hang, to order: the helper must notice, and try again, but not for ever. */
@Isolated("it sets properties that every start in this JVM minds")
@Requires({Need.ROOT, Need.BUSYBOX})
final class WatchdogTest {
    private static final String FAULTS = "vsh.helper.faults";
    private static final String DEADLINE = "vsh.helper.deadlineMillis";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Domain domain;

    @BeforeEach
    void define() {
        System.setProperty(DEADLINE, "1000");
        connection = sandbox.connect();
        domain =
                connection.defineDomain(
                        sandbox.document(sandbox.busyboxRoot())
                                .init("/bin/sleep", "1000")
                                .document());
    }

    @AfterEach
    void restore() {
        System.clearProperty(DEADLINE);
        System.clearProperty(FAULTS);
        connection.close();
    }

    @Test
    void childThatHangsIsReplaced() {
        System.setProperty(FAULTS, "1");
        domain.start();
        assertEquals("running", domain.status().state());
    }

    @Test
    void childrenThatAlwaysHangAreAnError() {
        System.setProperty(FAULTS, "3");
        String message = assertThrows(DriverException.class, domain::start).getMessage();
        assertEquals(1, message.lines().count());
        assertTrue(message.contains("no progress"), message);
        assertEquals("shut off", domain.status().state());
        domain.undefine();
        assertEquals(List.of(), sandbox.leftovers());
    }
}
