package dev.vsh.it.harness;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Folders of its own for one test, and the certainty that nothing is left behind: when the test ends, its domains are
 * destroyed and undefined, and then no process, mount, cgroup, interface or file of theirs may be there.
 */
public final class Sandbox implements BeforeEachCallback, AfterEachCallback {
    /** What the names of all sandboxes' folders begin with. */
    static final String PREFIX = "vsh-it";

    private final String mark =
            "it" + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000), 36);
    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"), "vsh-" + mark);
    private final Footprint before = Footprint.now();
    private final List<HostNetwork> networks = new ArrayList<>();
    private int names;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        // Other users may look in: containers with mapped ids, and the tests of missing rights.
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (Connection connection = connect()) {
            connection.listAllDomains().forEach(Sandbox::remove);
            // After a failure it would only hide that.
            if (context.getExecutionException().isEmpty()) {
                Await.until("nothing to be left", this::leftovers, List::isEmpty);
            }
        } finally {
            networks.forEach(HostNetwork::close);
            new FolderTree(folder).delete();
        }
    }

    private static void remove(Domain domain) {
        unlessDone(domain::destroy);
        unlessDone(domain::undefine);
    }

    /** A domain may be shut off already, or have gone with its destruction. */
    private static void unlessDone(Runnable verb) {
        try {
            verb.run();
        } catch (DriverException e) {
            if (e.code() != ErrorCode.OPERATION_INVALID && e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }

    /** A folder that is gone after the test. */
    public Path folder() {
        return folder;
    }

    /** Where the driver keeps its files. */
    public Path embedRoot() {
        return folder.resolve("embed");
    }

    public String uri() {
        return "lxc:///embed?root=" + embedRoot();
    }

    public Connection connect() {
        return Connection.open(uri());
    }

    /** What may not be there of the test's containers, a line each; for tests that look before their end. */
    public List<String> leftovers() {
        return new Leftovers(before, embedRoot(), mark, networks).find();
    }

    /** A network to run the shell in. It ends with the test, and by then nothing of a container's may be in it. */
    public HostNetwork hostNetwork() {
        HostNetwork network = new HostNetwork();
        networks.add(network);
        return network;
    }

    /** A name that no other domain on the machine has. */
    public String name() {
        names++;
        return mark + "-" + names;
    }

    /** A document without a root folder: the container sees the host's files. */
    public ContainerDocument document() {
        return new ContainerDocument(name());
    }

    public ContainerDocument document(BusyboxRoot root) {
        return document().root(root.folder().toString());
    }

    public BusyboxRoot busyboxRoot() {
        names++;
        return BusyboxRoot.make(folder.resolve("root" + names));
    }

    /** Names of its domains come from {@link #name()}. */
    public Libvirt libvirt() {
        return Libvirt.start(folder.resolve("libvirt"), mark);
    }

    /** Its networks, beside those of this test's. */
    public Libvirt libvirt(HostNetwork network) {
        return Libvirt.start(folder.resolve("libvirt"), mark, network);
    }

    /** The launcher on this sandbox's connection. */
    public Vsh vsh() {
        return new Vsh(List.of(), Checkout.folder().resolve("vsh/bin/vsh"), uri(), folder);
    }
}
