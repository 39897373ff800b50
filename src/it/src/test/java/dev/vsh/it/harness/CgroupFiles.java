package dev.vsh.it.harness;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.driver.Domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A running container's cgroups, looked at from the host. */
public final class CgroupFiles {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    private final Predicate<String> isOurs;

    private CgroupFiles(Predicate<String> isOurs) {
        this.isOurs = isOurs;
    }

    public static CgroupFiles of(Domain domain) {
        String machine = "lxc-" + domain.id().orElseThrow() + "-";
        return new CgroupFiles(name -> name.startsWith(machine));
    }

    /** Those of a container that was started by libvirt. */
    static CgroupFiles ofLibvirt(String domain) {
        String machine = "-" + domain + ".libvirt-lxc";
        return new CgroupFiles(name -> name.endsWith(machine));
    }

    /** The container's outer group in the hierarchy of a controller. */
    public Path group(String controller) {
        Path root = host().with(controller).orElseThrow().mountPoint();
        // Somebody else's group can go away while it is looked at.
        return Await.until("a look at " + root, () -> find(root), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Path> find(Path root) {
        try (Stream<Path> groups = Files.find(root, 5, (path, _) -> isOurs(path))) {
            return groups.findFirst();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(Path path) {
        return isOurs.test(path.getFileName().toString());
    }

    public String read(String controller, String file) {
        try {
            return Files.readString(group(controller).resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CgroupHost host() {
        try {
            return CgroupHost.parse(Files.readAllLines(MOUNTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Groups that a test makes in every hierarchy, and removes at its end with those above. */
    public static Partition partition(String path) {
        List<Path> roots =
                host().hierarchies().stream().map(CgroupHost.Mounted::mountPoint).toList();
        roots.forEach(root -> make(root.resolve(path)));
        return new Partition(roots, Path.of(path));
    }

    private static void make(Path group) {
        try {
            Files.createDirectories(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Partition(List<Path> roots, Path path) implements AutoCloseable {
        public boolean isThere() {
            return roots.stream().allMatch(root -> Files.isDirectory(root.resolve(path)));
        }

        @Override
        public void close() {
            for (Path root : roots) {
                Path group = path;
                while (group != null) {
                    root.resolve(group).toFile().delete();
                    group = group.getParent();
                }
            }
        }
    }
}
