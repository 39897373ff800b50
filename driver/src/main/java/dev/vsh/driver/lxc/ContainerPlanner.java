package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.cgroup.CgroupPlanner;
import dev.vsh.cgroup.DeviceRule;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.domain.Init;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ContainerPlan;
import dev.vsh.plan.DevicePlan;
import dev.vsh.plan.InitPlan;
import dev.vsh.plan.MountPlan;
import dev.vsh.plan.Namespace;
import dev.vsh.plan.RootPlan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a definition into a plan for a given host; changes nothing. */
final class ContainerPlanner {
    private static final Set<String> ARCHITECTURES_32 = Set.of("i686", "armv7l");

    private static final Path USB_DEVICES = Path.of("/sys/bus/usb/devices");

    private final Syscalls syscalls;
    private final Host host;
    private final NamespaceOwners owners;

    ContainerPlanner(Syscalls syscalls, Host host, NamespaceOwners owners) {
        this.syscalls = syscalls;
        this.host = host;
        this.owners = owners;
    }

    /**
     * @param id what makes the names of host objects unique
     * @throws DriverException CONFIG_UNSUPPORTED, OPERATION_FAILED naming the element and the reason
     */
    ContainerPlan plan(DomainDefinition domain, String id) {
        RootPlan root = root(domain);
        List<DevicePlan> devices = new DevicePlanner(new UsbBus(USB_DEVICES)).plan(domain);
        return new ContainerPlan(
                domain.name(),
                hostname(domain.name()),
                namespaces(domain),
                owners.find(domain.sharedNamespaces()),
                domain.idMap(),
                root,
                mounts(domain),
                domain.devices().consoles().size(),
                devices,
                new CgroupPlanner(host.cgroups())
                        .plan(
                                cgroupPath(domain, id),
                                new CgroupPlanner.Limits(domain.memory(), rules(devices))),
                new Security(host).plan(domain),
                init(domain, root),
                domain.init().architecture().filter(ARCHITECTURES_32::contains).isPresent());
    }

    private static List<DeviceRule> rules(List<DevicePlan> devices) {
        List<DeviceRule> rules = new ArrayList<>(DeviceRule.DEFAULT);
        devices.forEach(
                device ->
                        rules.add(
                                new DeviceRule(
                                        device.block() ? 'b' : 'c',
                                        device.major(),
                                        Optional.of(device.minor()),
                                        device.access())));
        return rules;
    }

    static CgroupPath cgroupPath(DomainDefinition domain, String id) {
        return CgroupPath.of(
                domain.partition().orElse(CgroupPath.DEFAULT_PARTITION), id, domain.name());
    }

    private static Set<Namespace> namespaces(DomainDefinition domain) {
        EnumSet<Namespace> namespaces =
                EnumSet.of(Namespace.MOUNT, Namespace.PID, Namespace.IPC, Namespace.UTS);
        domain.idMap().ifPresent(_ -> namespaces.add(Namespace.USER));
        if (domain.features().privateNetwork() || !domain.devices().interfaces().isEmpty()) {
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

    private RootPlan root(DomainDefinition domain) {
        Optional<Filesystem> root =
                domain.devices().filesystems().stream().filter(Filesystem::isRoot).findFirst();
        if (root.isEmpty()) {
            return new RootPlan("/", false, host.exchange());
        }
        if (root.get().source() instanceof FilesystemSource.Mount(String directory)) {
            if (!isFolder(directory, "root folder")) {
                throw failed("root folder '" + directory + "' is not a folder");
            }
            return new RootPlan(directory, root.get().readonly(), host.exchange());
        }
        throw new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED, "the root filesystem must have type 'mount'");
    }

    private static List<MountPlan> mounts(DomainDefinition domain) {
        List<MountPlan> mounts = new ArrayList<>();
        for (Filesystem filesystem : domain.devices().filesystems()) {
            if (!filesystem.isRoot()) {
                mounts.add(
                        new MountPlan(
                                source(filesystem), filesystem.target(), filesystem.readonly()));
            }
        }
        return mounts;
    }

    private static MountPlan.Source source(Filesystem filesystem) {
        return switch (filesystem.source()) {
            case FilesystemSource.Mount(String path) ->
                    new MountPlan.Source.HostPath(
                            path,
                            isFolder(path, "source of filesystem '" + filesystem.target() + "',"));
            case FilesystemSource.Bind(String path) -> new MountPlan.Source.ContainerPath(path);
            case FilesystemSource.Ram(var usage) -> new MountPlan.Source.Memory(usage);
            case FilesystemSource.File _,
                    FilesystemSource.Block _,
                    FilesystemSource.Template _,
                    FilesystemSource.Volume _ ->
                    throw new DriverException(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            "filesystem '"
                                    + filesystem.target()
                                    + "' has a type that is not supported");
        };
    }

    private static boolean isFolder(String path, String what) {
        Path source = Path.of(path);
        if (!Files.exists(source)) {
            throw failed(what + " '" + path + "' does not exist");
        }
        return Files.isDirectory(source);
    }

    private static DriverException failed(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, reason);
    }

    private InitPlan init(DomainDefinition domain, RootPlan root) {
        Init init = domain.init();
        List<String> argv = new ArrayList<>(List.of(init.path()));
        argv.addAll(init.arguments());
        Accounts.Identity identity =
                new Accounts(syscalls, Path.of(root.source())).resolve(init.user(), init.group());
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
