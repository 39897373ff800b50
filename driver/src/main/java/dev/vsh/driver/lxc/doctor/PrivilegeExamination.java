package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.util.List;

/** Whether this process may make containers at all. */
record PrivilegeExamination(HostFiles files) implements Examination {
    /** {@code linux/capability.h}. */
    private static final int CAP_SYS_ADMIN = 21;

    @Override
    public List<HostCheck> findings() {
        boolean may =
                files.text("/proc/self/status")
                        .lines()
                        .filter(line -> line.startsWith("CapEff:"))
                        .map(line -> line.substring("CapEff:".length()).strip())
                        .anyMatch(PrivilegeExamination::hasAdministration);
        return List.of(
                may
                        ? HostCheck.pass("rights", "CAP_SYS_ADMIN", "this process has it")
                        : HostCheck.fail(
                                "rights",
                                "CAP_SYS_ADMIN",
                                "this process does not have it, and cannot start containers",
                                "sudo vsh doctor"));
    }

    private static boolean hasAdministration(String mask) {
        return (Long.parseUnsignedLong(mask, 16) >>> CAP_SYS_ADMIN & 1) != 0;
    }
}
