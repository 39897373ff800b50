package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.ByteSize;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a container may use of the machine. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class ResourceTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void initThatTakesMoreMemoryThanItHasIsKilled() {
        // It looks for the end of a line that never ends.
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot())
                        .memoryMib(16)
                        .init("/bin/tail", "/dev/zero");
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(document.document());
            domain.start();
            Await.until("its end", () -> domain.status().reasonText(), "crashed"::equals);
        }
    }

    @Test
    void usedMemoryAndTimeAreTold() {
        ContainerDocument document =
                sandbox.document(sandbox.busyboxRoot())
                        .memoryMib(64)
                        .init(
                                "/bin/sh",
                                "-c",
                                "i=0; while [ $i -lt 30000 ]; do i=$((i + 1)); done; exec sleep"
                                        + " 1000");
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.createDomain(document.document());
            assertEquals(new ByteSize(64 << 20), domain.info().maxMemory());
            Await.until(
                    "time",
                    () -> domain.info().cpuTime().orElseThrow().toMillis(),
                    time -> time > 0);
            assertTrue(domain.info().memoryUsed().bytes() > 0);
            assertTrue(domain.info().memoryUsed().bytes() < 64 << 20);
        }
    }
}
