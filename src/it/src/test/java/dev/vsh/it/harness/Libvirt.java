package dev.vsh.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A libvirt daemon of a test's own, which takes its containers along when it ends.
 *
 * @param driver the one that it has
 * @param mark a part of the names of all domains that the test gives to it
 * @param partitions the groups that hold those of containers and were not there before
 */
public record Libvirt(
        Process daemon, String driver, Path folder, String mark, List<Path> partitions)
        implements AutoCloseable {
    private static final String CONTAINERS = "lxc";
    private static final int END_SECONDS = 30;

    /** With its containers. */
    static Libvirt start(Path folder, String mark) {
        return start(folder, mark, CONTAINERS, List.of());
    }

    /** With its networks, in a network of the test's. */
    static Libvirt start(Path folder, String mark, HostNetwork network) {
        return start(folder, mark, "network", List.of(network.prefix()));
    }

    private static Libvirt start(Path folder, String mark, String driver, List<String> prefix) {
        List<Path> partitions =
                Footprint.hierarchies().stream()
                        .map(root -> root.resolve("machine"))
                        .filter(partition -> !Files.isDirectory(partition))
                        .toList();
        Libvirt libvirt =
                new Libvirt(launch(folder, driver, prefix), driver, folder, mark, partitions);
        try {
            Await.until("libvirt's daemon", libvirt::answers);
        } catch (AssertionError e) {
            libvirt.close();
            throw new AssertionError("libvirt's daemon said: " + libvirt.log(), e);
        }
        return libvirt;
    }

    private static Process launch(Path folder, String driver, List<String> prefix) {
        String script = Checkout.folder().resolve("src/it/libvirtd").toString();
        try {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(script, folder.toString(), driver));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("daemon.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path socket() {
        return folder.resolve("run/libvirt/libvirt-sock");
    }

    private boolean answers() {
        if (!daemon.isAlive()) {
            throw new AssertionError("libvirt's daemon ended with " + daemon.exitValue());
        }
        return Files.exists(socket());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("daemon.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return what virsh printed
     * @throws AssertionError when it fails
     */
    public String virsh(String... words) {
        String uri = driver + "+unix:///system?socket=" + socket();
        return HostCommand.run(
                Stream.concat(Stream.of("virsh", "-q", "-c", uri), Stream.of(words))
                        .toArray(String[]::new));
    }

    public CgroupFiles cgroups(String domain) {
        return CgroupFiles.ofLibvirt(domain);
    }

    @Override
    public void close() {
        daemon.destroyForcibly();
        try {
            if (!daemon.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("libvirt's daemon does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (driver.equals(CONTAINERS)) {
            removeCgroups();
        }
    }

    private void removeCgroups() {
        Await.until("libvirt's cgroups to be gone", this::cgroupsAreGone);
        // Another driver's container may be in one by now: then it is that driver's.
        partitions.forEach(partition -> partition.toFile().delete());
    }

    private boolean cgroupsAreGone() {
        boolean gone = true;
        for (Path hierarchy : Footprint.hierarchies()) {
            File[] groups = hierarchy.resolve("machine").toFile().listFiles(this::isOurs);
            for (File group : groups == null ? new File[0] : groups) {
                gone &= group.delete();
            }
        }
        return gone;
    }

    private boolean isOurs(File group) {
        return group.getName().contains(mark) && group.getName().endsWith(".libvirt-lxc");
    }
}
