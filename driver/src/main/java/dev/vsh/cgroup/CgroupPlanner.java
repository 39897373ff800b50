package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan;
import dev.vsh.plan.CgroupPlan.DeviceControl;
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
    private static final List<String> CPUSET_FILES =
            List.of(CpusetController.CPUS, CpusetController.MEMS);

    private static final CpusetController CPUSET = new CpusetController();

    private static final List<Controller> CONTROLLERS =
            List.of(
                    new MemoryController(),
                    new CpuController(),
                    CPUSET,
                    new IoController(),
                    new PidsController());

    /** Controllers that a container's limits or its own groups may need, where v2 has them. */
    private static final Set<String> DELEGATED = Set.of("cpu", "cpuset", "io", "memory", "pids");

    private final CgroupHost host;

    public CgroupPlanner(CgroupHost host) {
        this.host = host;
    }

    /** The controllers, by their names on v1, that limits need and the host does not have. */
    public List<String> missing(Limits limits) {
        return CONTROLLERS.stream()
                .filter(controller -> !controller.v1(limits, Path.of("/")).isEmpty())
                .filter(controller -> host.with(controller.v1Name()).isEmpty())
                .filter(controller -> host.with(controller.v2Name()).isEmpty())
                .map(Controller::v1Name)
                .toList();
    }

    /** Groups of a partition of the user's own that are not there; the default one is made when it is needed. */
    public List<Path> missing(CgroupPath path) {
        return host.hierarchies().stream()
                .map(mounted -> mounted.mountPoint().resolve(path.parent()))
                .filter(group -> !path.isDefault() && !Files.isDirectory(group))
                .toList();
    }

    public CgroupPlan plan(CgroupPath path, Limits limits) {
        return new CgroupPlan(
                host.hierarchies().stream().map(each -> hierarchy(each, path, limits)).toList(),
                limits.devices().stream()
                        .filter(
                                grant ->
                                        DeviceRule.DEFAULT.stream()
                                                .noneMatch(rule -> rule.covers(grant)))
                        .toList(),
                "");
    }

    private Hierarchy hierarchy(CgroupHost.Mounted mounted, CgroupPath path, Limits limits) {
        return switch (mounted) {
            case CgroupHost.Mounted.V1 v1 -> v1(v1, path, limits);
            case CgroupHost.Mounted.V2 v2 -> v2(v2, path, limits);
        };
    }

    private Hierarchy v1(CgroupHost.Mounted.V1 mounted, CgroupPath path, Limits limits) {
        Path root = mounted.mountPoint();
        List<Setting> settings = new ArrayList<>();
        List<Setting> inherited = List.of();
        List<Setting> cpus = List.of();
        DeviceControl devices = new DeviceControl.None();
        if (mounted.controllers().contains("cpuset")) {
            inherited = inheritedCpus(root, path);
            cpus = narrowed(inherited, CPUSET.v1(limits, root));
        }
        for (Controller controller : CONTROLLERS) {
            if (mounted.controllers().contains(controller.v1Name())) {
                settings.addAll(controller == CPUSET ? cpus : controller.v1(limits, root));
            }
        }
        if (mounted.controllers().contains("devices")) {
            devices = new DeviceControl.Lines();
            settings.addAll(DeviceFiles.settings(DeviceRule.DEFAULT));
        }
        List<String> options =
                mounted.name()
                        .map(name -> List.of("name=" + name))
                        .orElseGet(() -> mounted.controllers().stream().sorted().toList());
        return new Hierarchy(
                root.toString(),
                cpusetParents(root, path, inherited),
                path.group(),
                settings,
                cpus,
                devices,
                new View.V1(root.getFileName().toString(), options));
    }

    private static List<Setting> narrowed(List<Setting> inherited, List<Setting> wanted) {
        Set<String> given = wanted.stream().map(Setting::file).collect(Collectors.toSet());
        List<Setting> all = new ArrayList<>(inherited);
        all.removeIf(setting -> given.contains(setting.file()));
        all.addAll(wanted);
        return all;
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
        for (Controller controller : CONTROLLERS) {
            if (mounted.controllers().contains(controller.v2Name())) {
                settings.addAll(controller.v2(limits, mounted.mountPoint()));
            }
        }
        List<Setting> enable = enable(mounted);
        settings.addAll(enable);
        List<Group> parents = new ArrayList<>();
        parents.add(new Group("", false, enable));
        parents.addAll(parents(path, enable));
        DeviceControl devices =
                host.hierarchies().stream().anyMatch(CgroupPlanner::hasDevices)
                        ? new DeviceControl.None()
                        : DeviceFilter.of(DeviceRule.DEFAULT);
        return new Hierarchy(
                mounted.mountPoint().toString(),
                parents,
                path.group(),
                settings,
                List.of(),
                devices,
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
