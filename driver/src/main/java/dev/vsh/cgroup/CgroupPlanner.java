package dev.vsh.cgroup;

import dev.vsh.domain.ByteSize;
import dev.vsh.plan.CgroupPlan;
import dev.vsh.plan.CgroupPlan.Group;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.CgroupPlan.Setting;
import dev.vsh.plan.CgroupPlan.View;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides about a container's groups on a given host. */
public final class CgroupPlanner {
    private static final List<String> CPUSET_FILES = List.of("cpuset.cpus", "cpuset.mems");

    /** Controllers that a container's limits or its own groups may need, where v2 has them. */
    private static final Set<String> DELEGATED = Set.of("cpu", "cpuset", "io", "memory", "pids");

    private final CgroupHost host;

    public CgroupPlanner(CgroupHost host) {
        this.host = host;
    }

    /** What limits a container as a whole. */
    public record Limits(ByteSize memory, List<DeviceRule> devices) {
        public Limits {
            devices = List.copyOf(devices);
        }
    }

    public CgroupPlan plan(CgroupPath path, Limits limits) {
        return new CgroupPlan(
                host.hierarchies().stream().map(each -> hierarchy(each, path, limits)).toList());
    }

    private Hierarchy hierarchy(CgroupHost.Mounted mounted, CgroupPath path, Limits limits) {
        return switch (mounted) {
            case CgroupHost.Mounted.V1 v1 -> v1(v1, path, limits);
            case CgroupHost.Mounted.V2 v2 -> v2(v2, path, limits);
        };
    }

    private Hierarchy v1(CgroupHost.Mounted.V1 mounted, CgroupPath path, Limits limits) {
        List<Setting> settings = new ArrayList<>();
        List<Setting> cpus = List.of();
        if (mounted.controllers().contains("cpuset")) {
            cpus = inheritedCpus(mounted.mountPoint(), path);
            settings.addAll(cpus);
        }
        if (mounted.controllers().contains("memory")) {
            settings.add(
                    new Setting(
                            "limit memory",
                            "memory.limit_in_bytes",
                            Long.toString(limits.memory().bytes())));
        }
        if (mounted.controllers().contains("devices")) {
            settings.add(new Setting("deny all devices", "devices.deny", "a"));
            limits.devices()
                    .forEach(
                            rule ->
                                    settings.add(
                                            new Setting(
                                                    "allow the container's devices",
                                                    "devices.allow",
                                                    rule.toDevicesAllow())));
        }
        List<String> options =
                mounted.name()
                        .map(name -> List.of("name=" + name))
                        .orElseGet(() -> mounted.controllers().stream().sorted().toList());
        return new Hierarchy(
                mounted.mountPoint().toString(),
                cpusetParents(mounted.mountPoint(), path, cpus),
                path.group(),
                settings,
                cpus,
                List.of(),
                new View.V1(mounted.mountPoint().getFileName().toString(), options));
    }

    /** A v1 cpuset group begins without processors and takes no process until it has some. */
    private static List<Setting> inheritedCpus(Path mountPoint, CgroupPath path) {
        return CPUSET_FILES.stream()
                .map(
                        file ->
                                new Setting(
                                        "inherit processors and memory nodes",
                                        file,
                                        inherited(mountPoint, path, file)))
                .toList();
    }

    /** A partition of the user's own that has processors keeps them; ours may vanish and be made anew at any time. */
    private static List<Group> cpusetParents(Path mountPoint, CgroupPath path, List<Setting> cpus) {
        if (path.isDefault()) {
            return parents(path, cpus);
        }
        return path.parents().stream()
                .map(parent -> new Group(parent, false, missing(mountPoint.resolve(parent), cpus)))
                .toList();
    }

    private static List<Setting> missing(Path group, List<Setting> cpus) {
        return cpus.stream().filter(cpu -> read(group.resolve(cpu.file())).isEmpty()).toList();
    }

    private static String inherited(Path mountPoint, CgroupPath path, String file) {
        for (String parent : path.parents().reversed()) {
            String value = read(mountPoint.resolve(parent).resolve(file));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return read(mountPoint.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }

    private Hierarchy v2(CgroupHost.Mounted.V2 mounted, CgroupPath path, Limits limits) {
        List<Setting> settings = new ArrayList<>();
        if (mounted.controllers().contains("memory")) {
            settings.add(
                    new Setting(
                            "limit memory", "memory.max", Long.toString(limits.memory().bytes())));
        }
        List<Setting> enable = enable(mounted);
        settings.addAll(enable);
        List<Group> parents = new ArrayList<>();
        parents.add(new Group("", false, enable));
        parents.addAll(parents(path, enable));
        boolean filtersDevices = host.hierarchies().stream().noneMatch(CgroupPlanner::hasDevices);
        return new Hierarchy(
                mounted.mountPoint().toString(),
                parents,
                path.group(),
                settings,
                List.of(),
                filtersDevices ? DeviceFilter.program(limits.devices()) : List.of(),
                new View.V2(isOnly() ? "" : mounted.mountPoint().getFileName().toString()));
    }

    private boolean isOnly() {
        return host.hierarchies().size() == 1;
    }

    private static boolean hasDevices(CgroupHost.Mounted mounted) {
        return switch (mounted) {
            case CgroupHost.Mounted.V1 v1 -> v1.controllers().contains("devices");
            case CgroupHost.Mounted.V2 _ -> false;
        };
    }

    private static List<Setting> enable(CgroupHost.Mounted.V2 mounted) {
        String controllers =
                mounted.controllers().stream()
                        .filter(DELEGATED::contains)
                        .sorted()
                        .map(controller -> "+" + controller)
                        .collect(Collectors.joining(" "));
        return controllers.isEmpty()
                ? List.of()
                : List.of(
                        new Setting(
                                "enable cgroup controllers",
                                "cgroup.subtree_control",
                                controllers));
    }

    private static List<Group> parents(CgroupPath path, List<Setting> settings) {
        return path.parents().stream()
                .map(parent -> new Group(parent, path.isDefault(), settings))
                .toList();
    }
}
