package dev.vsh.shell.look;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.SharedNamespaces;
import dev.vsh.domain.SharedNamespaces.Share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What containers have in common: networks, folders and images of the host, namespaces. */
public final class HostTies {
    private static final String HOSTS_ROOT = "/";

    private final List<DomainDefinition> domains;

    public HostTies(List<DomainDefinition> domains) {
        this.domains = List.copyOf(domains);
    }

    /** One tree a kind of tie; none where there is no tie of that kind. */
    public List<Outline<String>> trees() {
        List<Outline<String>> trees = new ArrayList<>();
        add("networks", networks(), 1, trees);
        add("filesystems", filesystems(), 2, trees);
        add("namespaces", namespaces(), 1, trees);
        return trees;
    }

    /**
     * @param fewest how many have to share a thing for it to be shown
     */
    private static void add(
            String kind, Map<String, List<String>> members, int fewest, List<Outline<String>> to) {
        List<Outline<String>> children =
                members.entrySet().stream()
                        .filter(entry -> entry.getValue().size() >= fewest)
                        .map(entry -> new Outline<>(entry.getKey(), leaves(entry.getValue())))
                        .toList();
        if (!children.isEmpty()) {
            to.add(new Outline<>(kind, children));
        }
    }

    private static List<Outline<String>> leaves(List<String> items) {
        return items.stream().map(Outline::leaf).toList();
    }

    private Map<String, List<String>> networks() {
        Map<String, List<String>> members = new TreeMap<>();
        for (DomainDefinition domain : domains) {
            for (NetworkInterface nic : domain.devices().interfaces()) {
                place(nic.source()).ifPresent(place -> join(members, place, member(domain, nic)));
            }
        }
        return members;
    }

    private static Optional<String> place(InterfaceSource source) {
        return switch (source) {
            case InterfaceSource.Network network -> Optional.of("network " + network.network());
            case InterfaceSource.Bridge bridge -> Optional.of("bridge " + bridge.bridge());
            case InterfaceSource.Direct direct -> Optional.of("device " + direct.device());
            case InterfaceSource.Ethernet _, InterfaceSource.Unsupported _ -> Optional.empty();
        };
    }

    private static String member(DomainDefinition domain, NetworkInterface nic) {
        String device = nic.targetDevice().map(name -> " " + name).orElse("");
        return domain.name() + device + " " + nic.mac();
    }

    private Map<String, List<String>> filesystems() {
        Map<String, List<String>> members = new TreeMap<>();
        for (DomainDefinition domain : domains) {
            for (Filesystem filesystem : domain.devices().filesystems()) {
                if (isHostsRoot(filesystem)) {
                    continue;
                }
                source(filesystem.source())
                        .ifPresent(source -> join(members, source, member(domain, filesystem)));
            }
        }
        return members;
    }

    /** What a document without a root filesystem means; no tie between those that have it. */
    private static boolean isHostsRoot(Filesystem filesystem) {
        return filesystem.isRoot()
                && filesystem.source().equals(new FilesystemSource.Mount(HOSTS_ROOT));
    }

    private static Optional<String> source(FilesystemSource source) {
        return switch (source) {
            case FilesystemSource.Mount(String directory) -> Optional.of(directory);
            case FilesystemSource.File(String path) -> Optional.of(path);
            case FilesystemSource.Block(String device) -> Optional.of(device);
            case FilesystemSource.Template(String name) -> Optional.of("template " + name);
            case FilesystemSource.Volume(String pool, String volume) ->
                    Optional.of("volume " + pool + "/" + volume);
            // What lies in the container itself, or in its memory, is nobody else's.
            case FilesystemSource.Bind _, FilesystemSource.Ram _ -> Optional.empty();
        };
    }

    private static String member(DomainDefinition domain, Filesystem filesystem) {
        return domain.name()
                + " "
                + filesystem.target()
                + (filesystem.readonly() ? " (read-only)" : "");
    }

    private Map<String, List<String>> namespaces() {
        Map<String, List<String>> members = new TreeMap<>();
        for (DomainDefinition domain : domains) {
            SharedNamespaces shared = domain.sharedNamespaces();
            share(members, domain, "network", shared.network());
            share(members, domain, "ipc", shared.ipc());
            share(members, domain, "host name", shared.uts());
        }
        return members;
    }

    private static void share(
            Map<String, List<String>> members,
            DomainDefinition domain,
            String what,
            Optional<Share> share) {
        share.ifPresent(owner -> join(members, owner(owner), domain.name() + " " + what));
    }

    private static String owner(Share share) {
        return switch (share) {
            case Share.OfDomain(String name) -> "of " + name;
            case Share.OfProcess(long pid) -> "of process " + pid;
            case Share.OfNetns(String name) -> "of netns " + name;
        };
    }

    private static void join(Map<String, List<String>> members, String place, String member) {
        members.computeIfAbsent(place, _ -> new ArrayList<>()).add(member);
    }
}
