package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is run on demand only must still run. */
@Isolated("a clone that has to wait for a processor is taken for a stuck one")
@Requires({Need.ROOT, Need.BUSYBOX, Need.USER_NAMESPACES})
final class BenchTest {
    @Test
    void clonesOfTheSoakAllEndWell() {
        String soak = Checkout.folder().resolve("src/bench/clone-soak").toString();
        String output = HostCommand.run(soak, "20", "2");
        assertTrue(output.contains("20 ran and exited 0, 0 of them after a repair"), output);
    }

    @Test
    @Requires(Need.VIRTUAL_NETWORKS)
    void startsAreMeasuredWithAndWithoutInterfaces() {
        String cost = Checkout.folder().resolve("src/bench/start-cost").toString();
        String output = HostCommand.run(cost, "1");
        assertTrue(output.contains("loopback only") && output.contains("adds"), output);
    }
}
