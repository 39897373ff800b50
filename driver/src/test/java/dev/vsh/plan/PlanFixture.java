package dev.vsh.plan;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.IdMap;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.MacvlanMode;
import dev.vsh.netlink.RateLimit;
import dev.vsh.plan.CgroupPlan.DeviceControl;
import dev.vsh.plan.CgroupPlan.Group;
import dev.vsh.plan.CgroupPlan.Hierarchy;
import dev.vsh.plan.CgroupPlan.Setting;
import dev.vsh.plan.CgroupPlan.View;
import dev.vsh.plan.HostTree.IdMapping;
import dev.vsh.plan.HostTree.Origin;
import dev.vsh.plan.InterfacePlan.Addressing;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Containers of every kind, as plans. */
final class PlanFixture {
    static final long DEFAULT_BOUNDING = ~0x1_0000_0000L;
    static final IdMap ID_MAP =
            new IdMap(
                    List.of(new IdMap.Range(0, 100000, 65536)),
                    List.of(new IdMap.Range(0, 200000, 65536)));

    private static final String OWNER = "/run/vsh/lxc";

    /** What may be done with the disks of {@link #privateRoot()}. */
    static final List<DeviceGrant> GRANTS =
            List.of(
                    new DeviceGrant('c', 10, 200, "rwm"),
                    DeviceGrant.ofLoop("vdb", "rwm"),
                    DeviceGrant.ofLoop("vdc", "rm"));

    private PlanFixture() {}

    /** Plans by the name of their golden file. */
    static Map<String, ContainerPlan> all() {
        return Map.ofEntries(
                Map.entry("network", network()),
                Map.entry("host-root", hostRoot()),
                Map.entry("host-root-idmap", mapped(hostRoot())),
                Map.entry("private-root", privateRoot()),
                Map.entry("filesystems", filesystems()),
                Map.entry("images", images()),
                Map.entry("initramfs", initramfs()),
                Map.entry("shared", mapped(shared())),
                Map.entry("cgroup-v2", withCgroup(privateRoot(), v2())),
                Map.entry("cgroup-hybrid", withCgroup(privateRoot(), hybrid())),
                Map.entry("disks", withCgroup(privateRoot(), devices())));
    }

    /** libvirt's "application container": the host's files, one console. */
    static ContainerPlan hostRoot() {
        return plan(
                "vm1",
                new RootPlan(HostTree.folder("/"), false, new RootPlan.Exchange.Pivot()),
                List.of(),
                security(DEFAULT_BOUNDING, DEFAULT_BOUNDING & 0x1ff_ffff_ffffL));
    }

    /** A root folder of its own, as little of the host as there can be, and an init that is not root. */
    static ContainerPlan privateRoot() {
        return mapped(
                new ContainerPlan(
                        "vm2",
                        "vm2",
                        namespaces(Namespace.NETWORK),
                        List.of(),
                        Optional.empty(),
                        new RootPlan(
                                HostTree.folder("/opt/vm-2-root"),
                                false,
                                new RootPlan.Exchange.Pivot()),
                        List.of(),
                        List.of(WindowSize.USUAL, WindowSize.USUAL),
                        List.of(
                                new DevicePlan("net/tun", false, 10, 200, "rwm"),
                                new DevicePlan("vda", true, 254, 257, "rm"),
                                new DevicePlan(
                                        "vdb",
                                        new DevicePlan.Device.Image("/srv/disk.img", false),
                                        "rwm"),
                                new DevicePlan(
                                        "vdc",
                                        new DevicePlan.Device.Image("/srv/cd.iso", true),
                                        "rm")),
                        List.of(),
                        v1(),
                        Optional.of(new MemoryPolicyPlan(MemoryPolicyPlan.Mode.INTERLEAVE, 0b101)),
                        new SecurityPlan(
                                new CapabilityPlan(0xff, 0xff),
                                true,
                                List.of(0x6L),
                                Optional.of(
                                        new SecurityPlan.Label(
                                                "web", "thread-self/attr/exec", "exec web")),
                                List.of("devices/system/cpu/cpu0/thermal_throttle")),
                        new ViewPlan.Lxcfs("/var/lib/lxcfs"),
                        init(1000, List.of(27L, 44L)),
                        true));
    }

    /** Everything that can be mounted, on a root that cannot be written to. */
    static ContainerPlan filesystems() {
        return plan(
                "vm3",
                new RootPlan(
                        HostTree.folder("/opt/vm-3-root"), true, new RootPlan.Exchange.Pivot()),
                List.of(
                        new MountPlan(
                                new MountPlan.Source.Host(
                                        new HostTree(
                                                new Origin.Existing("/srv/a", true),
                                                Optional.empty(),
                                                Optional.of(new ByteSize(1 << 20)))),
                                "/a/b",
                                false),
                        new MountPlan(
                                host(new Origin.Existing("/etc/motd", false)), "/etc/motd", true),
                        new MountPlan(
                                new MountPlan.Source.Memory(new ByteSize(1 << 20)), "/ram", true),
                        new MountPlan(new MountPlan.Source.ContainerPath("/a/b"), "/again", true)),
                security(-1, 0x1ff_ffff_ffffL));
    }

    private static MountPlan.Source host(Origin origin) {
        return new MountPlan.Source.Host(new HostTree(origin, Optional.empty()));
    }

    private static HostTree mapped(Origin origin) {
        return new HostTree(origin, Optional.of(new IdMapping("it cannot")));
    }

    /** Filesystems that have to be mounted first, with the container's ids on them. */
    static ContainerPlan images() {
        return mapped(
                plan(
                        "vm3",
                        new RootPlan(
                                mapped(new Origin.Image("/srv/root.img", FilesystemType.EXT4)),
                                false,
                                new RootPlan.Exchange.Pivot()),
                        List.of(
                                new MountPlan(
                                        new MountPlan.Source.Host(
                                                mapped(
                                                        new Origin.Device(
                                                                "/dev/vdb1", FilesystemType.XFS))),
                                        "/data",
                                        true),
                                new MountPlan(
                                        new MountPlan.Source.Host(
                                                mapped(new Origin.Existing("/srv/a", true))),
                                        "/a",
                                        false)),
                        security(-1, 0x1ff_ffff_ffffL)));
    }

    static ContainerPlan initramfs() {
        RootPlan root =
                new RootPlan(
                        HostTree.folder("/opt/vm-4-root"),
                        false,
                        new RootPlan.Exchange.Chroot(List.of("/proc", "/sys/fs", "/sys")));
        ContainerPlan plan = hostRoot();
        return changed(plan, plan.namespaces(), plan.idMap(), root, plan.cgroup());
    }

    /** Nothing but mounts and processes of its own. */
    static ContainerPlan shared() {
        ContainerPlan plan = hostRoot();
        return new ContainerPlan(
                plan.name(),
                plan.hostname(),
                EnumSet.of(Namespace.MOUNT, Namespace.PID),
                List.of(
                        new JoinedNamespace(Namespace.UTS, "/proc/7/ns/uts", "process 7"),
                        new JoinedNamespace(Namespace.IPC, "/proc/8/ns/ipc", "domain 'web'"),
                        new JoinedNamespace(Namespace.NETWORK, "/run/netns/dmz", "netns 'dmz'")),
                plan.idMap(),
                plan.root(),
                plan.mounts(),
                plan.consoles(),
                plan.devices(),
                plan.interfaces(),
                plan.cgroup(),
                plan.memoryPolicy(),
                plan.security(),
                plan.view(),
                plan.init(),
                plan.linux32());
    }

    /** Interfaces of every kind. */
    static ContainerPlan network() {
        ContainerPlan plan = mapped(hostRoot());
        EnumSet<Namespace> namespaces = EnumSet.copyOf(plan.namespaces());
        namespaces.add(Namespace.NETWORK);
        Addressing addressing =
                new Addressing(
                        List.of(
                                new InterfacePlan.Address(
                                        InetAddress.ofLiteral("192.0.2.7"), 24, Optional.empty())),
                        List.of(
                                new InterfacePlan.Route(
                                        InetAddress.ofLiteral("0.0.0.0"),
                                        0,
                                        InetAddress.ofLiteral("192.0.2.1"),
                                        Optional.of(7))));
        MacAddress mac = new MacAddress("52:54:00:12:34:56");
        List<InterfacePlan> interfaces =
                List.of(
                        new InterfacePlan(
                                "eno7",
                                new InterfacePlan.Source.Borrowed(),
                                addressing,
                                true,
                                Optional.empty()),
                        new InterfacePlan(
                                "eth0",
                                new InterfacePlan.Source.Cable(
                                        "vsh7-0",
                                        "eth0 of domain 'vm1'",
                                        mac,
                                        Optional.of("br0"),
                                        addressing,
                                        new InterfacePlan.Limits(
                                                Optional.of(
                                                        new RateLimit(1_000_000, 2_000_000, 65536)),
                                                Optional.of(
                                                        new RateLimit(500_000, 500_000, 65536)))),
                                addressing,
                                true,
                                Optional.of(1400)),
                        new InterfacePlan(
                                "eth1",
                                new InterfacePlan.Source.Macvlan("eno8", MacvlanMode.BRIDGE, mac),
                                Addressing.NONE,
                                false,
                                Optional.empty()));
        return new ContainerPlan(
                plan.name(),
                plan.hostname(),
                namespaces,
                plan.joined(),
                plan.idMap(),
                plan.root(),
                plan.mounts(),
                plan.consoles(),
                plan.devices(),
                interfaces,
                plan.cgroup(),
                plan.memoryPolicy(),
                plan.security(),
                plan.view(),
                plan.init(),
                plan.linux32());
    }

    static ContainerPlan mapped(ContainerPlan plan) {
        EnumSet<Namespace> namespaces = EnumSet.copyOf(plan.namespaces());
        namespaces.add(Namespace.USER);
        return changed(plan, namespaces, Optional.of(ID_MAP), plan.root(), plan.cgroup());
    }

    static ContainerPlan withCgroup(ContainerPlan plan, CgroupPlan cgroup) {
        return changed(plan, plan.namespaces(), plan.idMap(), plan.root(), cgroup);
    }

    /** As plain as a container can be. */
    private static ContainerPlan plan(
            String name, RootPlan root, List<MountPlan> mounts, SecurityPlan security) {
        return new ContainerPlan(
                name,
                name,
                namespaces(),
                List.of(),
                Optional.empty(),
                root,
                mounts,
                List.of(WindowSize.USUAL),
                List.of(),
                List.of(),
                v1(),
                Optional.empty(),
                security,
                new ViewPlan.Helper(),
                init(0, List.of()),
                false);
    }

    private static ContainerPlan changed(
            ContainerPlan plan,
            Set<Namespace> namespaces,
            Optional<IdMap> idMap,
            RootPlan root,
            CgroupPlan cgroup) {
        return new ContainerPlan(
                plan.name(),
                plan.hostname(),
                namespaces,
                plan.joined(),
                idMap,
                root,
                plan.mounts(),
                plan.consoles(),
                plan.devices(),
                plan.interfaces(),
                cgroup,
                plan.memoryPolicy(),
                plan.security(),
                plan.view(),
                plan.init(),
                plan.linux32());
    }

    private static Set<Namespace> namespaces(Namespace... more) {
        EnumSet<Namespace> namespaces =
                EnumSet.of(Namespace.MOUNT, Namespace.PID, Namespace.IPC, Namespace.UTS);
        namespaces.addAll(List.of(more));
        return namespaces;
    }

    private static SecurityPlan security(long bounding, long init) {
        return new SecurityPlan(
                new CapabilityPlan(bounding, init), false, List.of(), Optional.empty(), List.of());
    }

    private static InitPlan init(long uid, List<Long> groups) {
        return new InitPlan(
                "/sbin/init",
                List.of("/sbin/init", "--flag"),
                List.of("PATH=/bin", "container=lxc-libvirt"),
                "/home",
                uid,
                uid,
                groups);
    }

    static CgroupPlan v1() {
        return new CgroupPlan(
                List.of(
                        hierarchy(
                                "/sys/fs/cgroup/cpuset",
                                List.of(
                                        new Setting(
                                                "inherit processors and memory nodes",
                                                "cpuset.cpus",
                                                "0-1"),
                                        new Setting(
                                                "inherit processors and memory nodes",
                                                "cpuset.mems",
                                                "0")),
                                new View.V1("cpuset", List.of("cpuset"))),
                        hierarchy(
                                "/sys/fs/cgroup/memory",
                                List.of(
                                        new Setting(
                                                "limit memory",
                                                "memory.limit_in_bytes",
                                                "512000000")),
                                new View.V1("memory", List.of("memory"))),
                        hierarchy(
                                "/sys/fs/cgroup/systemd",
                                List.of(),
                                new View.V1("systemd", List.of("name=systemd")))),
                List.of(),
                OWNER);
    }

    private static Hierarchy hierarchy(String mountPoint, List<Setting> settings, View view) {
        return new Hierarchy(
                mountPoint,
                List.of(new Group("machine", true, List.of())),
                "machine/lxc-7-vm.libvirt-lxc",
                settings,
                List.of(),
                new DeviceControl.None(),
                view);
    }

    static CgroupPlan devices() {
        return new CgroupPlan(
                List.of(
                        new Hierarchy(
                                "/sys/fs/cgroup/devices",
                                List.of(new Group("machine", true, List.of())),
                                "machine/lxc-7-vm.libvirt-lxc",
                                List.of(new Setting("deny all devices", "devices.deny", "a")),
                                List.of(),
                                new DeviceControl.Lines(),
                                new View.V1("devices", List.of("devices")))),
                GRANTS,
                OWNER);
    }

    static CgroupPlan v2() {
        return new CgroupPlan(
                List.of(
                        unified(
                                "/sys/fs/cgroup",
                                new DeviceControl.Filter(List.of(0x95L, 0x95L), 1),
                                "")),
                GRANTS,
                OWNER);
    }

    static CgroupPlan hybrid() {
        return new CgroupPlan(
                List.of(
                        v1().hierarchies().get(1),
                        unified("/sys/fs/cgroup/unified", new DeviceControl.None(), "unified")),
                List.of(),
                OWNER);
    }

    private static Hierarchy unified(String mountPoint, DeviceControl devices, String view) {
        List<Setting> enable =
                List.of(
                        new Setting(
                                "enable cgroup controllers",
                                "cgroup.subtree_control",
                                "+memory +pids"));
        return new Hierarchy(
                mountPoint,
                List.of(new Group("", false, enable), new Group("machine", true, enable)),
                "machine/lxc-7-vm.libvirt-lxc",
                enable,
                List.of(),
                devices,
                new View.V2(view));
    }
}
