package dev.vsh.domain.lxctools;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.domain.CapabilityRules.Policy;
import dev.vsh.domain.Confinement;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.IdMap;
import dev.vsh.domain.SecurityLabel;
import dev.vsh.domain.SharedNamespaces.Share;
import dev.vsh.domain.SyscallRules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Capabilities, ids, namespaces, labels and the filter of system calls. */
final class SecurityLines {
    /** What a container without a word about capabilities does without. */
    private static final List<String> DROPPED_BY_DEFAULT =
            List.of("sys_module", "sys_time", "mknod", "audit_control", "mac_admin");

    private static final String SECCOMP = "/usr/share/lxc/config/common.seccomp";

    private SecurityLines() {}

    static void write(DomainDefinition domain, ConfigText text) {
        capabilities(
                domain.features()
                        .capabilities()
                        .orElse(new CapabilityRules(Policy.DEFAULT, Map.of())),
                text);
        domain.idMap().ifPresent(map -> idMap(map, text));
        share("net", domain.sharedNamespaces().network(), text);
        share("ipc", domain.sharedNamespaces().ipc(), text);
        share("uts", domain.sharedNamespaces().uts(), text);
        domain.securityLabels().forEach(label -> label(label, text));
        confinement(domain.confinement(), text);
    }

    private static void capabilities(CapabilityRules rules, ConfigText text) {
        if (rules.policy() == Policy.DENY) {
            List<String> kept = names(rules, true);
            text.line("lxc.cap.keep", kept.isEmpty() ? "none" : String.join(" ", kept));
            return;
        }
        var dropped = new TreeSet<>(names(rules, false));
        if (rules.policy() == Policy.DEFAULT) {
            dropped.addAll(DROPPED_BY_DEFAULT);
            dropped.removeAll(names(rules, true));
        }
        if (!dropped.isEmpty()) {
            text.line("lxc.cap.drop", String.join(" ", dropped));
        }
    }

    private static List<String> names(CapabilityRules rules, boolean kept) {
        return CapabilitiesPart.KNOWN.stream()
                .filter(name -> rules.states().getOrDefault(name, !kept) == kept)
                .sorted()
                .toList();
    }

    private static void idMap(IdMap map, ConfigText text) {
        map.uids().forEach(range -> range("u", range, text));
        map.gids().forEach(range -> range("g", range, text));
    }

    private static void range(String kind, IdMap.Range range, ConfigText text) {
        text.line(
                "lxc.idmap",
                "%s %d %d %d".formatted(kind, range.start(), range.target(), range.count()));
    }

    private static void share(String namespace, Optional<Share> share, ConfigText text) {
        String key = "lxc.namespace.share." + namespace;
        share.ifPresent(
                owner -> {
                    switch (owner) {
                        case Share.OfDomain(String name) -> text.line(key, name);
                        case Share.OfProcess(long pid) -> text.line(key, Long.toString(pid));
                        case Share.OfNetns(String name) ->
                                text.lost(true, "<lxc:sharenet type='netns' value='" + name + "'>");
                    }
                });
    }

    private static void label(SecurityLabel label, ConfigText text) {
        boolean isSelinux = label.model().filter("selinux"::equals).isPresent();
        String key = isSelinux ? "lxc.selinux.context" : "lxc.apparmor.profile";
        if (label.type().equals("none")) {
            text.line(key, isSelinux ? "unconfined_t" : "unconfined");
        } else if (label.type().equals("static") && label.label().isPresent()) {
            text.line(key, label.label().get());
        } else {
            text.lost(true, "<seclabel type='" + label.type() + "'>");
        }
    }

    private static void confinement(Confinement confinement, ConfigText text) {
        if (confinement.noNewPrivileges()) {
            text.line("lxc.no_new_privs", "1");
        }
        SyscallRules rules = confinement.syscalls();
        if (rules.policy() == SyscallRules.Policy.DEFAULT) {
            text.line("lxc.seccomp.profile", SECCOMP);
        }
        text.lost(!rules.rules().isEmpty(), "<vsh:syscall>");
    }
}
