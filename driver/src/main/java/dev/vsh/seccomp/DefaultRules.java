package dev.vsh.seccomp;

import dev.vsh.linux.Errno;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a container is refused when nobody says otherwise: the calls that reach the whole machine and that neither LXC nor
 * systemd-nspawn gives away. An init such as systemd does without all of them.
 */
final class DefaultRules {
    private static final int MNT_FORCE = 1;

    /** A capability that a document gives by name brings its calls along. */
    private static final Map<String, List<String>> BY_CAPABILITY =
            Map.of(
                    "sys_module",
                    List.of(
                            "init_module",
                            "finit_module",
                            "delete_module",
                            "create_module",
                            "query_module"),
                    "sys_rawio",
                    List.of(
                            "iopl",
                            "ioperm",
                            "pciconfig_iobase",
                            "pciconfig_read",
                            "pciconfig_write"),
                    // Opens files of the host by their inode number.
                    "dac_read_search",
                    List.of("open_by_handle_at"),
                    "bpf",
                    List.of("bpf"),
                    "perfmon",
                    List.of("perf_event_open"));

    private static final List<String> WITHOUT_CAPABILITY =
            List.of(
                    "kexec_load",
                    "kexec_file_load",
                    "swapon",
                    "swapoff",
                    "quotactl",
                    "quotactl_fd");

    /**
     * Keyrings know no containers. Told that there are none, programs do without; told that they may not, some give up:
     * runc is one.
     */
    private static final List<String> KEYRINGS = List.of("add_key", "keyctl", "request_key");

    private DefaultRules() {}

    /**
     * @param given capabilities that the document names and gives
     */
    static Map<String, Verdict> verdicts(Set<String> given) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        WITHOUT_CAPABILITY.forEach(name -> verdicts.put(name, Verdict.REFUSE));
        KEYRINGS.forEach(name -> verdicts.put(name, Verdict.MISSING));
        BY_CAPABILITY.forEach(
                (capability, names) -> {
                    if (!given.contains(capability)) {
                        names.forEach(name -> verdicts.put(name, Verdict.REFUSE));
                    }
                });
        // It would break off what others have open on a network or FUSE filesystem of the host.
        verdicts.put("umount2", new Verdict.RefuseFlag(1, MNT_FORCE, Errno.EPERM));
        return verdicts;
    }
}
