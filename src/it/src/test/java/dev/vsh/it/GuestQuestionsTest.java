package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands that ask a container what it is called and what it has. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class GuestQuestionsTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private String ask(String command) {
        try (Connection connection = sandbox.connect()) {
            Domain domain =
                    connection.createDomain(
                            sandbox.document(sandbox.busyboxRoot())
                                    .init("/bin/sleep", "1000")
                                    .document());
            return sandbox.vsh()
                    .run(command.replace("NAME", domain.name()))
                    .requireSuccess()
                    .out()
                    .replace(domain.name(), "NAME");
        }
    }

    @Test
    void containerTellsItsName() {
        assertEquals("NAME\n\n", ask("domhostname NAME"));
        assertEquals("hostname            : NAME\n\n", ask("guestinfo NAME --hostname"));
    }

    @Test
    void mountsAreThoseOfTheContainer() {
        String mounts = ask("domfsinfo NAME --output plain");

        assertTrue(mounts.contains("/proc\tproc\tproc\n"), mounts);
        assertTrue(mounts.contains("/dev/pts\tdevpts\tdevpts\n"), mounts);
    }
}
