package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.cgroup.CgroupPath;
import dev.vsh.cgroup.CgroupPlanner;
import dev.vsh.cgroup.Limits;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Init;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.CgroupPlan;
import dev.vsh.plan.ContainerPlan;
import dev.vsh.plan.DeviceGrant;
import dev.vsh.plan.DevicePlan;
import dev.vsh.plan.InitPlan;
import dev.vsh.plan.Namespace;
import dev.vsh.plan.RootPlan;
import dev.vsh.plan.WindowSize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a definition into a plan for a given host; changes nothing. */
final class ContainerPlanner {
    private static final Set<String> ARCHITECTURES_32 = Set.of("i686", "armv7l");

    private static final Path FUSE = Path.of("/dev/fuse");
    private static final Path USB_DEVICES = Path.of("/sys/bus/usb/devices");

    private final Syscalls syscalls;
    private final Host host;
    private final NamespaceOwners owners;
    private final Path runFolder;
    private final SyscallFilters filters;

    /**
     * @param runFolder says on the container's groups whose they are
     */
    ContainerPlanner(
            Syscalls syscalls,
            Host host,
            NamespaceOwners owners,
            Path runFolder,
            SyscallFilters filters) {
        this.syscalls = syscalls;
        this.host = host;
        this.owners = owners;
        this.runFolder = runFolder;
        this.filters = filters;
    }

    /**
     * @param id what makes the names of host objects unique
     * @throws DriverException CONFIG_UNSUPPORTED, OPERATION_FAILED naming the element and the reason
     */
    ContainerPlan plan(DomainDefinition domain, String id) {
        FilesystemPlanner filesystems = new FilesystemPlanner(domain, host);
        RootPlan root = filesystems.root();
        LimitsPlanner limits = new LimitsPlanner(host.cgroups(), Path.of("/"));
        List<DevicePlan> devices = devices(domain);
        return new ContainerPlan(
                domain.name(),
                hostname(domain.name()),
                namespaces(domain),
                owners.find(domain.sharedNamespaces()),
                domain.idMap(),
                root,
                filesystems.mounts(),
                Collections.nCopies(domain.devices().consoles().size(), WindowSize.USUAL),
                devices,
                new InterfacePlanner(new InterfaceNames(domain.devices()), id).plan(domain),
                cgroup(
                        cgroupPath(domain, id),
                        limits.limits(domain, grants(devices, filesystems.devices()))),
                limits.memoryPolicy(domain),
                new Security(host, filters).plan(domain),
                ViewPlanner.choose(host.mounts(), FUSE),
                init(domain, root),
                isLinux32(domain));
    }

    /** The nodes of a domain's own. */
    static List<DevicePlan> devices(DomainDefinition domain) {
        return new DevicePlanner(new UsbBus(USB_DEVICES), new LoopImages(LoopImages.PARAMETERS))
                .plan(domain);
    }

    /** The groups of a container that is there already. */
    CgroupPlan cgroup(DomainDefinition domain, CgroupPath path) {
        LimitsPlanner limits = new LimitsPlanner(host.cgroups(), Path.of("/"));
        List<DeviceGrant> more = new FilesystemPlanner(domain, host).devices();
        return cgroup(path, limits.limits(domain, grants(devices(domain), more)));
    }

    static boolean isLinux32(DomainDefinition domain) {
        return domain.init().architecture().filter(ARCHITECTURES_32::contains).isPresent();
    }

    private CgroupPlan cgroup(CgroupPath path, Limits limits) {
        CgroupPlanner planner = new CgroupPlanner(host.cgroups());
        List<Path> missing = planner.missing(path);
        if (!missing.isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "partition '"
                            + path.partition()
                            + "' of <resource> does not exist: mkdir -p "
                            + missing.stream()
                                    .map(Path::toString)
                                    .collect(Collectors.joining(" ")));
        }
        requireControllers(host.cgroups(), limits);
        return planner.plan(path, limits).withOwner(runFolder.toString());
    }

    /**
     * @throws DriverException CONFIG_UNSUPPORTED naming each that limits need and the host does not have
     */
    static void requireControllers(CgroupHost cgroups, Limits limits) {
        List<String> controllers = new CgroupPlanner(cgroups).missing(limits);
        if (!controllers.isEmpty()) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    controllers.stream()
                            .map(controller -> ControllerAdvice.missing(cgroups, controller))
                            .toList(),
                    null);
        }
    }

    private static List<DeviceGrant> grants(List<DevicePlan> devices, List<DeviceGrant> more) {
        return Stream.concat(more.stream(), devices.stream().map(DeviceGrant::of)).toList();
    }

    static CgroupPath cgroupPath(DomainDefinition domain, String id) {
        return CgroupPath.of(
                domain.partition().orElse(CgroupPath.DEFAULT_PARTITION), id, domain.name());
    }

    private static Set<Namespace> namespaces(DomainDefinition domain) {
        EnumSet<Namespace> namespaces =
                EnumSet.of(Namespace.MOUNT, Namespace.PID, Namespace.IPC, Namespace.UTS);
        domain.idMap().ifPresent(_ -> namespaces.add(Namespace.USER));
        if (domain.features().privateNetwork() || domain.devices().bringNetwork()) {
            namespaces.add(Namespace.NETWORK);
        }
        // As libvirt's documentation has it, a shared network goes before <privnet/>.
        domain.sharedNamespaces().network().ifPresent(_ -> namespaces.remove(Namespace.NETWORK));
        domain.sharedNamespaces().ipc().ifPresent(_ -> namespaces.remove(Namespace.IPC));
        domain.sharedNamespaces().uts().ifPresent(_ -> namespaces.remove(Namespace.UTS));
        return namespaces;
    }

    /** As libvirt: letters, digits and hyphens of the name, without a hyphen in front. */
    static String hostname(String name) {
        String filtered = name.replaceAll("[^A-Za-z0-9-]", "");
        String stripped = filtered.startsWith("-") ? filtered.substring(1) : filtered;
        String usable = stripped.isEmpty() ? "localhost" : stripped;
        return usable.substring(0, Math.min(usable.length(), 64));
    }

    private InitPlan init(DomainDefinition domain, RootPlan root) {
        Init init = domain.init();
        List<String> argv = new ArrayList<>(List.of(init.path()));
        argv.addAll(init.arguments());
        Accounts.Identity identity = new RootAccounts(syscalls).identity(init, root.tree());
        return new InitPlan(
                init.path(),
                argv,
                InitEnvironment.of(domain, new TimeZoneRule(Path.of("/")).of(domain.clock())),
                init.directory().orElse("/"),
                identity.uid(),
                identity.gid(),
                identity.groups());
    }
}
