package dev.vsh.domain.xml;

import java.util.Map;
import java.util.Set;

/**
 * Which elements may stand several times in one parent. The schema language cannot say "these in any order, that one
 * only once", so the schemas say "any of these, any number of times" and this table the rest.
 */
final class Repetition {
    private static final Set<String> NONE = Set.of();

    private static final Map<String, Set<String>> REPEATABLE =
            Map.ofEntries(
                    Map.entry("/domain", Set.of("seclabel", "sysinfo")),
                    Map.entry("/domain/blkiotune", Set.of("device")),
                    Map.entry(
                            "/domain/cputune",
                            Set.of(
                                    "vcpupin",
                                    "iothreadpin",
                                    "vcpusched",
                                    "iothreadsched",
                                    "cachetune",
                                    "memorytune")),
                    Map.entry("/domain/container/autostart", Set.of("after")),
                    Map.entry("/domain/numatune", Set.of("memnode")),
                    Map.entry("/domain/os", Set.of("initarg", "initenv")),
                    Map.entry("/domain/features", NONE),
                    Map.entry("/domain/devices/filesystem", NONE),
                    Map.entry("/domain/devices/interface", Set.of("ip", "route")),
                    Map.entry("/domain/devices/interface/source", Set.of("ip", "route", "address")),
                    Map.entry("/domain/devices/console", Set.of("source")),
                    Map.entry("/domain/devices/disk", NONE),
                    Map.entry("/domain/devices/hostdev", Set.of("ip", "route")),
                    Map.entry("/domain/devices/hostdev/source", NONE),
                    Map.entry("/network", Set.of("ip", "route", "portgroup")),
                    Map.entry("/network/forward", Set.of("interface", "address")),
                    Map.entry("/network/forward/nat", NONE),
                    Map.entry("/network/ip", NONE),
                    Map.entry("/network/ip/dhcp", Set.of("range", "host")),
                    Map.entry("/network/ip/dhcp/range", NONE),
                    Map.entry("/network/ip/dhcp/host", NONE));

    private static final Set<String> SINGLE_DEVICES =
            Set.of("emulator", "memballoon", "nvram", "iommu", "vsock");

    private Repetition() {}

    /** Whether the element may stand where it does, given its siblings before it. */
    static boolean isAllowed(SourceElement element) {
        return element.isFirst()
                || element.parent()
                        .map(parent -> mayRepeat(parent.path(), element.localName()))
                        .orElse(true);
    }

    private static boolean mayRepeat(String parent, String name) {
        if (parent.equals("/domain/devices")) {
            return !SINGLE_DEVICES.contains(name);
        }
        Set<String> repeatable = REPEATABLE.get(parent);
        return repeatable == null || repeatable.contains(name);
    }
}
