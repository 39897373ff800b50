package dev.vsh.driver.lxc.doctor;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.cgroup.CgroupHost.Mounted;
import dev.vsh.driver.HostCheck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which control groups are mounted, which controllers they have, and whether this process may make groups. */
record CgroupExamination(HostFiles files) implements Examination {
    private static final String AREA = "cgroups";

    /**
     * @param unifiedName what v2 calls it
     */
    private record Wanted(String name, String unifiedName, String purpose) {}

    private static final List<Wanted> CONTROLLERS =
            List.of(
                    new Wanted("memory", "memory", "<memory>, <memtune>"),
                    new Wanted("cpu", "cpu", "<cputune>"),
                    new Wanted("cpuset", "cpuset", "<vcpu cpuset>, <numatune>"),
                    new Wanted("pids", "pids", "<vsh:pids>"),
                    new Wanted("blkio", "io", "<blkiotune>"));

    @Override
    public List<HostCheck> findings() {
        CgroupHost host = CgroupHost.parse(files.text("/proc/self/mountinfo").lines().toList());
        if (host.hierarchies().isEmpty()) {
            return List.of(
                    HostCheck.fail(
                            AREA,
                            "hierarchy",
                            "none is mounted",
                            "mount -t cgroup2 none /sys/fs/cgroup"));
        }
        List<HostCheck> findings = new ArrayList<>();
        findings.add(HostCheck.pass(AREA, "hierarchy", mode(host)));
        host.hierarchies().stream().flatMap(CgroupExamination::delegation).forEach(findings::add);
        CONTROLLERS.forEach(wanted -> findings.add(controller(host, wanted)));
        findings.add(freezer(host));
        return findings;
    }

    private static String mode(CgroupHost host) {
        if (host.unified().isEmpty()) {
            return "v1";
        }
        return host.hierarchies().size() == 1 ? "v2" : "v1 with v2 beside it";
    }

    private static Stream<HostCheck> delegation(Mounted mounted) {
        Path folder = mounted.mountPoint();
        String subject = "groups below " + folder;
        return Stream.of(
                Files.isWritable(folder)
                        ? HostCheck.pass(AREA, subject, "can be made")
                        : HostCheck.fail(
                                AREA,
                                subject,
                                "this process may not make any",
                                "run vsh as root, or mount -o remount,rw " + folder));
    }

    private static HostCheck controller(CgroupHost host, Wanted wanted) {
        String subject = "controller " + wanted.name;
        Optional<Mounted> mounted = host.with(wanted.name).or(() -> host.with(wanted.unifiedName));
        return mounted.map(found -> HostCheck.pass(AREA, subject, "at " + found.mountPoint()))
                .orElseGet(
                        () ->
                                HostCheck.warn(
                                        AREA,
                                        subject,
                                        "not there: "
                                                + wanted.purpose
                                                + " of a document cannot be kept",
                                        remedy(host, wanted)));
    }

    private static String remedy(CgroupHost host, Wanted wanted) {
        return host.unified()
                .filter(_ -> host.hierarchies().size() == 1)
                .map(_ -> "boot with cgroup_enable=" + wanted.name)
                .orElse("mount -t cgroup -o %1$s %1$s /sys/fs/cgroup/%1$s".formatted(wanted.name));
    }

    /** On v2 no controller: every group can be frozen. */
    private static HostCheck freezer(CgroupHost host) {
        boolean there = host.with("freezer").isPresent() || host.unified().isPresent();
        return there
                ? HostCheck.pass(AREA, "freezer", "suspend and resume work")
                : HostCheck.warn(
                        AREA,
                        "freezer",
                        "not there: suspend does not work",
                        "mount -t cgroup -o freezer freezer /sys/fs/cgroup/freezer");
    }
}
