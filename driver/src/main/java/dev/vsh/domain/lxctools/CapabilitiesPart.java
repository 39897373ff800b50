package dev.vsh.domain.lxctools;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.domain.CapabilityRules.Policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code lxc.cap.drop} and {@code lxc.cap.keep}: LXC keeps what it is not told to drop. */
final class CapabilitiesPart {
    /** {@code linux/capability.h}. */
    static final Set<String> KNOWN =
            Set.of(
                    "audit_control",
                    "audit_read",
                    "audit_write",
                    "block_suspend",
                    "bpf",
                    "checkpoint_restore",
                    "chown",
                    "dac_override",
                    "dac_read_search",
                    "fowner",
                    "fsetid",
                    "ipc_lock",
                    "ipc_owner",
                    "kill",
                    "lease",
                    "linux_immutable",
                    "mac_admin",
                    "mac_override",
                    "mknod",
                    "net_admin",
                    "net_bind_service",
                    "net_broadcast",
                    "net_raw",
                    "perfmon",
                    "setfcap",
                    "setgid",
                    "setpcap",
                    "setuid",
                    "sys_admin",
                    "sys_boot",
                    "sys_chroot",
                    "sys_module",
                    "sys_nice",
                    "sys_pacct",
                    "sys_ptrace",
                    "sys_rawio",
                    "sys_resource",
                    "sys_time",
                    "sys_tty_config",
                    "syslog",
                    "wake_alarm");

    /** Takes back what was to be kept; alone, it leaves nothing. */
    private static final String NONE = "none";

    private final Settings settings;
    private final Findings findings;

    CapabilitiesPart(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    CapabilityRules rules() {
        List<Setting> drop = settings.all("lxc.cap.drop");
        List<Setting> keep = settings.all("lxc.cap.keep");
        if (!drop.isEmpty() && !keep.isEmpty()) {
            findings.refuse(
                    keep.getLast(), "there is lxc.cap.drop as well, and LXC takes one of the two");
        }
        return keep.isEmpty()
                ? new CapabilityRules(Policy.ALLOW, states(names(drop), false))
                : new CapabilityRules(Policy.DENY, states(kept(keep), true));
    }

    private static Map<String, Boolean> states(List<String> names, boolean kept) {
        Map<String, Boolean> states = new HashMap<>();
        names.forEach(name -> states.put(name, kept));
        return states;
    }

    private List<String> kept(List<Setting> keep) {
        List<String> names = new ArrayList<>();
        for (String name : names(keep)) {
            if (name.equals(NONE)) {
                names.clear();
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> names(List<Setting> lines) {
        List<String> names = new ArrayList<>();
        for (Setting line : lines) {
            for (String word : Words.split(line.value())) {
                String name = word.toLowerCase(Locale.ROOT).replaceFirst("^cap_", "");
                if (KNOWN.contains(name) || (name.equals(NONE) && line.key().endsWith("keep"))) {
                    names.add(name);
                } else {
                    findings.refuse(line, "'" + word + "' is not the name of a capability");
                }
            }
        }
        return names;
    }
}
