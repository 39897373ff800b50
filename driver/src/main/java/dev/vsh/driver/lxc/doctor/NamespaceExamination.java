package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of namespaces that the kernel has, and how many it allows. */
record NamespaceExamination(HostFiles files) implements Examination {
    private static final String AREA = "namespaces";

    private enum Kind {
        MNT("MNT_NS", "files", true),
        PID("PID_NS", "processes", true),
        NET("NET_NS", "network", true),
        UTS("UTS_NS", "host name", true),
        IPC("IPC_NS", "shared memory and queues", true),
        CGROUP("CGROUPS", "control groups", true),
        USER("USER_NS", "ids, by <idmap>", false);

        private final String option;
        private final String purpose;
        private final boolean needed;

        Kind(String option, String purpose, boolean needed) {
            this.option = option;
            this.purpose = purpose;
            this.needed = needed;
        }

        private String file() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public List<HostCheck> findings() {
        return Stream.of(Kind.values()).map(this::finding).toList();
    }

    private HostCheck finding(Kind kind) {
        String limit = "/proc/sys/user/max_" + kind.file() + "_namespaces";
        if (!files.has("/proc/self/ns/" + kind.file())) {
            String remedy = "boot a kernel with CONFIG_" + kind.option + "=y";
            return bad(kind, "the kernel has none: no " + kind.purpose + " of its own", remedy);
        }
        Optional<String> most = Optional.of(files.text(limit)).filter("0"::equals);
        return most.map(_ -> bad(kind, "none are allowed", "sysctl " + setting(kind) + "=15000"))
                .orElseGet(() -> HostCheck.pass(AREA, kind.file(), kind.purpose));
    }

    private static String setting(Kind kind) {
        return "user.max_" + kind.file() + "_namespaces";
    }

    private static HostCheck bad(Kind kind, String finding, String remedy) {
        return kind.needed
                ? HostCheck.fail(AREA, kind.file(), finding, remedy)
                : HostCheck.warn(AREA, kind.file(), finding, remedy);
    }
}
