package dev.vsh.domain.lxctools;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keys were called before LXC 3.0, which took the old names away; {@code lxc-update-config(1)} knows the same. */
final class LegacyNames {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("lxc.rootfs", "lxc.rootfs.path"),
                    Map.entry("lxc.id_map", "lxc.idmap"),
                    Map.entry("lxc.utsname", "lxc.uts.name"),
                    Map.entry("lxc.tty", "lxc.tty.max"),
                    Map.entry("lxc.pts", "lxc.pty.max"),
                    Map.entry("lxc.devttydir", "lxc.tty.dir"),
                    Map.entry("lxc.aa_profile", "lxc.apparmor.profile"),
                    Map.entry("lxc.aa_allow_incomplete", "lxc.apparmor.allow_incomplete"),
                    Map.entry("lxc.se_context", "lxc.selinux.context"),
                    Map.entry("lxc.mount", "lxc.mount.fstab"),
                    Map.entry("lxc.loglevel", "lxc.log.level"),
                    Map.entry("lxc.logfile", "lxc.log.file"),
                    Map.entry("lxc.syslog", "lxc.log.syslog"),
                    Map.entry("lxc.haltsignal", "lxc.signal.halt"),
                    Map.entry("lxc.rebootsignal", "lxc.signal.reboot"),
                    Map.entry("lxc.stopsignal", "lxc.signal.stop"),
                    Map.entry("lxc.init_cmd", "lxc.init.cmd"),
                    Map.entry("lxc.init_uid", "lxc.init.uid"),
                    Map.entry("lxc.init_gid", "lxc.init.gid"),
                    Map.entry("lxc.seccomp", "lxc.seccomp.profile"),
                    Map.entry("lxc.console", "lxc.console.path"));

    private static final List<Map.Entry<String, String>> PREFIXES =
            List.of(Map.entry("lxc.limit.", "lxc.prlimit."));

    /** What has an address of its own in the new names. */
    private static final Map<String, String> NETWORK =
            Map.of("ipv4", "ipv4.address", "ipv6", "ipv6.address");

    private static final String OLD_NETWORK = "lxc.network";

    private int devices;

    /** The new name of a key; one that follows {@code lxc.network.type} belongs to the interface begun there. */
    String current(String key) {
        if (key.equals(OLD_NETWORK)) {
            return "lxc.net";
        }
        if (key.startsWith(OLD_NETWORK + ".")) {
            return network(key.substring(OLD_NETWORK.length() + 1));
        }
        return Optional.ofNullable(NAMES.get(key)).orElseGet(() -> prefixed(key));
    }

    private static String prefixed(String key) {
        return PREFIXES.stream()
                .filter(prefix -> key.startsWith(prefix.getKey()))
                .findFirst()
                .map(prefix -> prefix.getValue() + key.substring(prefix.getKey().length()))
                .orElse(key);
    }

    private String network(String rest) {
        if (!rest.isEmpty() && Character.isDigit(rest.charAt(0))) {
            return "lxc.net." + rest;
        }
        if (rest.equals("type")) {
            devices++;
        }
        return "lxc.net."
                + Math.max(0, devices - 1)
                + "."
                + Optional.ofNullable(NETWORK.get(rest)).orElse(rest);
    }
}
