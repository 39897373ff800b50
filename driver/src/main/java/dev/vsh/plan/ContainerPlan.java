package dev.vsh.plan;

import dev.vsh.domain.IdMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a container is made of, with everything decided: no default is left open, no name unresolved. It can be
 * printed and compared, and made without root.
 *
 * @param namespaces those of its own, besides a cgroup namespace, which every container has
 * @param consoles what size each begins with
 * @param interfaces besides lo; only with a network of its own
 * @param linux32 whether uname(2) says i686 inside, for a 32-bit userland
 */
public record ContainerPlan(
        String name,
        String hostname,
        Set<Namespace> namespaces,
        List<JoinedNamespace> joined,
        Optional<IdMap> idMap,
        RootPlan root,
        List<MountPlan> mounts,
        List<WindowSize> consoles,
        List<DevicePlan> devices,
        List<InterfacePlan> interfaces,
        CgroupPlan cgroup,
        Optional<MemoryPolicyPlan> memoryPolicy,
        SecurityPlan security,
        ViewPlan view,
        InitPlan init,
        boolean linux32) {
    public ContainerPlan {
        namespaces = Set.copyOf(namespaces);
        joined = List.copyOf(joined);
        mounts = List.copyOf(mounts);
        consoles = List.copyOf(consoles);
        devices = List.copyOf(devices);
        interfaces = List.copyOf(interfaces);
    }

    /** The same for somebody whose window has this size. */
    public ContainerPlan withFirstConsole(WindowSize size) {
        List<WindowSize> sizes = new ArrayList<>(consoles);
        sizes.set(0, size);
        return new ContainerPlan(
                name,
                hostname,
                namespaces,
                joined,
                idMap,
                root,
                mounts,
                sizes,
                devices,
                interfaces,
                cgroup,
                memoryPolicy,
                security,
                view,
                init,
                linux32);
    }

    boolean joins(Namespace kind) {
        return joined.stream().anyMatch(each -> each.kind() == kind);
    }

    boolean has(Namespace namespace) {
        return namespaces.contains(namespace);
    }

    /** The host's uid that is root in the container. */
    long rootUid() {
        return hostUid(0);
    }

    /** The host's gid that is group 0 in the container. */
    long rootGid() {
        return idMap.map(map -> map.onHost(map.gids(), 0)).orElse(0L);
    }

    /** Group tty, which every distribution numbers 5; root's where the map has no 5. */
    long ttyGid() {
        return idMap.map(map -> map.onHost(map.gids(), 5)).orElse(5L);
    }

    long hostUid(long uid) {
        return idMap.map(map -> map.onHost(map.uids(), uid)).orElse(uid);
    }
}
