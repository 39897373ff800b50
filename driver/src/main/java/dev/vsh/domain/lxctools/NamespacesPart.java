package dev.vsh.domain.lxctools;

import dev.vsh.domain.SharedNamespaces;
import dev.vsh.domain.SharedNamespaces.Share;

import java.util.List;
import java.util.Optional;

/** {@code lxc.namespace.*}: which namespaces are another's. */
final class NamespacesPart {
    private static final String NETWORK = "net";

    /** What every container has of its own, by the names of {@code /proc/PID/ns}; user is up to the id map. */
    private static final List<String> OWN = List.of("cgroup", "ipc", "mnt", "pid", "uts");

    private final Settings settings;
    private final Findings findings;

    NamespacesPart(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    SharedNamespaces shared() {
        return new SharedNamespaces(share(NETWORK), share("ipc"), share("uts"));
    }

    private Optional<Share> share(String namespace) {
        return settings.last("lxc.namespace.share." + namespace).flatMap(this::share);
    }

    private Optional<Share> share(Setting setting) {
        String owner = setting.value();
        if (owner.matches("[1-9][0-9]{0,9}")) {
            return Optional.of(new Share.OfProcess(Long.parseLong(owner)));
        }
        if (owner.contains("/")) {
            findings.warn(setting, "'" + owner + "' is a container of LXC, not a domain");
            return Optional.empty();
        }
        return Optional.of(new Share.OfDomain(owner));
    }

    /** Whether the container is to be in the host's network, and warns of all else that it would share. */
    boolean sharesHostNetwork() {
        boolean shares = false;
        for (Setting keep : settings.all("lxc.namespace.keep")) {
            for (String name : Words.split(keep.value())) {
                shares |= name.equals(NETWORK);
                if (!name.equals(NETWORK)) {
                    findings.warn(keep, "a container always has its own " + name + " namespace");
                }
            }
        }
        for (Setting clone : settings.last("lxc.namespace.clone").stream().toList()) {
            List<String> names = Words.split(clone.value().replace("mount", "mnt"));
            shares |= !names.contains(NETWORK);
            OWN.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(
                            name ->
                                    findings.warn(
                                            clone,
                                            "a container always has its own "
                                                    + name
                                                    + " namespace"));
        }
        return shares;
    }
}
