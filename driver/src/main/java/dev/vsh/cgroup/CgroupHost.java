package dev.vsh.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The hierarchies that a host has mounted. */
public record CgroupHost(List<Mounted> hierarchies) {
    private static final Set<String> V1_CONTROLLERS =
            Set.of(
                    "cpu",
                    "cpuacct",
                    "cpuset",
                    "memory",
                    "devices",
                    "freezer",
                    "blkio",
                    "pids",
                    "net_cls",
                    "net_prio",
                    "perf_event",
                    "hugetlb",
                    "rdma",
                    "misc");

    public CgroupHost {
        hierarchies = List.copyOf(hierarchies);
    }

    /** One hierarchy and where it is mounted. */
    public sealed interface Mounted {
        Path mountPoint();

        /**
         * @param controllers sorted; empty for a named hierarchy
         * @param name of a named hierarchy such as systemd's
         */
        record V1(Path mountPoint, Set<String> controllers, Optional<String> name)
                implements Mounted {
            public V1 {
                controllers = Set.copyOf(controllers);
            }
        }

        /**
         * @param controllers those that v1 has not taken
         */
        record V2(Path mountPoint, Set<String> controllers) implements Mounted {
            public V2 {
                controllers = Set.copyOf(controllers);
            }
        }
    }

    /**
     * A hierarchy that is mounted more than once, as it is where a folder with a system in it has been given {@code
     * /sys}, counts where it was mounted first.
     *
     * @param mountInfo the lines of {@code /proc/self/mountinfo}; proc(5)
     */
    public static CgroupHost parse(List<String> mountInfo) {
        Map<String, Mounted> hierarchies = new LinkedHashMap<>();
        for (String line : mountInfo) {
            String[] halves = line.split(" - ", 2);
            String[] filesystem = halves[halves.length - 1].split(" ");
            Path mountPoint = Path.of(unescape(halves[0].split(" ")[4]));
            if (filesystem[0].equals("cgroup")) {
                Mounted.V1 mounted = v1(mountPoint, filesystem[2].split(","));
                hierarchies.putIfAbsent(identity(mounted), mounted);
            } else if (filesystem[0].equals("cgroup2")) {
                hierarchies.putIfAbsent(
                        "cgroup2", new Mounted.V2(mountPoint, controllers(mountPoint)));
            }
        }
        return new CgroupHost(List.copyOf(hierarchies.values()));
    }

    private static String identity(Mounted.V1 mounted) {
        return new TreeSet<>(mounted.controllers()) + mounted.name().orElse("");
    }

    private static Mounted.V1 v1(Path mountPoint, String[] options) {
        Set<String> controllers = new TreeSet<>(Arrays.asList(options));
        controllers.retainAll(V1_CONTROLLERS);
        Optional<String> name =
                Arrays.stream(options)
                        .filter(option -> option.startsWith("name="))
                        .map(option -> option.substring("name=".length()))
                        .findFirst();
        return new Mounted.V1(mountPoint, controllers, name);
    }

    private static Set<String> controllers(Path mountPoint) {
        try {
            String text = Files.readString(mountPoint.resolve("cgroup.controllers")).strip();
            return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
        } catch (IOException _) {
            // Not readable is as good as not there: whatever needs a controller says so by its
            // name.
            return Set.of();
        }
    }

    /** proc(5): space, tab, newline and backslash stand in octal. */
    private static String unescape(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }

    /** The hierarchy that has a controller. */
    public Optional<Mounted> with(String controller) {
        return hierarchies.stream()
                .filter(
                        hierarchy ->
                                switch (hierarchy) {
                                    case Mounted.V1(var _, Set<String> controllers, var _) ->
                                            controllers.contains(controller);
                                    case Mounted.V2(var _, Set<String> controllers) ->
                                            controllers.contains(controller);
                                })
                .findFirst();
    }

    public Optional<Mounted.V2> unified() {
        return hierarchies.stream()
                .filter(Mounted.V2.class::isInstance)
                .map(Mounted.V2.class::cast)
                .findFirst();
    }
}
