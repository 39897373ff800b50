package dev.vsh.it.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.Network;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.DiskImage;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Four users at random verbs on twenty containers, and somebody who kills helpers; after all of which host and state
 * have nothing wrong. It takes as many minutes as the property {@code soak.minutes} says; {@code soak.seed} repeats what
 * was chosen before, though not when.
 */
@Tag("soak")
@Requires({Need.ROOT, Need.BUSYBOX, Need.LOOP_DEVICES, Need.USER_NAMESPACES})
final class SoakTest {
    private static final int DOMAINS = 20;
    private static final int WORKERS = 4;
    private static final int KILL_NANOS = 700_000_000;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void nothingIsWrongAfterwards() throws IOException, InterruptedException {
        long seed = Long.getLong("soak.seed", System.nanoTime());
        try (Connection connection = sandbox.connect();
                Shells shells = new Shells(sandbox.vsh())) {
            List<SoakWorker> workers = workers(shells, define(connection), seed);
            long deadline =
                    System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("soak.minutes", 60));
            List<Thread> threads = new ArrayList<>();
            workers.forEach(
                    worker -> threads.add(Thread.ofPlatform().start(() -> worker.work(deadline))));
            int helpers = killHelpers(deadline, new Random(seed));
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.printf(
                    "%d verbs with seed %d, %d helpers and %d shells killed%n",
                    workers.stream().mapToInt(SoakWorker::verbs).sum(),
                    seed,
                    helpers,
                    workers.stream().mapToInt(SoakWorker::kills).sum());
            assertEquals(
                    List.of(),
                    workers.stream().flatMap(worker -> worker.wrong().stream()).toList());
            forgetNetworks(connection);
            new Scene(sandbox, connection).assertWhole();
        }
    }

    /** The first look at networks, as that of {@code autostart-all}, defines one. */
    private static void forgetNetworks(Connection connection) {
        for (Network network : connection.networks().all()) {
            if (network.isActive()) {
                network.destroy();
            }
            network.undefine();
        }
    }

    private List<SoakWorker> workers(Shells shells, List<String> names, long seed) {
        List<SoakWorker> workers = new ArrayList<>();
        for (int number = 0; number < WORKERS; number++) {
            workers.add(new SoakWorker(shells, names, sandbox.folder().toString(), seed + number));
        }
        return workers;
    }

    /**
     * @return how many it has killed
     */
    private int killHelpers(long deadline, Random random) {
        Helpers helpers = new Helpers(sandbox);
        int killed = 0;
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(random.nextInt(KILL_NANOS));
            List<ProcessHandle> all = helpers.all();
            if (!all.isEmpty()) {
                all.get(random.nextInt(all.size())).destroyForcibly();
                killed++;
            }
        }
        return killed;
    }

    private List<String> define(Connection connection) throws IOException {
        writeDevices();
        BusyboxRoot root = sandbox.busyboxRoot();
        List<String> names = new ArrayList<>();
        for (int number = 0; number < DOMAINS; number++) {
            Domain domain = connection.defineDomain(document(root, number).document());
            Files.writeString(
                    sandbox.folder().resolve(domain.name() + ".xml"), domain.xml(XmlView.INACTIVE));
            names.add(domain.name());
        }
        return names;
    }

    /** What the workers attach and detach. */
    private void writeDevices() throws IOException {
        Path folder = sandbox.folder();
        Files.writeString(folder.resolve("disk.img"), " ".repeat(4096));
        Files.writeString(
                folder.resolve("folder-device.xml"),
                "<filesystem type='mount'><source dir='/bin'/><target dir='/more'/></filesystem>");
        Files.writeString(folder.resolve("interface-device.xml"), "<interface type='ethernet'/>");
    }

    /** Of several kinds, so that there is something of every kind to be left. */
    private ContainerDocument document(BusyboxRoot root, int number) throws IOException {
        ContainerDocument document = sandbox.document(root);
        switch (number % 4) {
            case 0 -> document.init("/bin/sleep", "1000");
            case 1 ->
                    document.init("/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1; done");
            case 2 -> document.init("/bin/sleep", "1000").idMap(100_000, 65_536).consoles(2);
            default -> {
                Path folder = Files.createDirectory(sandbox.folder().resolve("image" + number));
                document.init("/bin/sleep", "1000")
                        .devices("<interface type='ethernet'/>")
                        .image(DiskImage.EXT4.make(folder, root.path("etc")), "/out", "");
            }
        }
        return document;
    }
}
