package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.util.Arrays;
import java.util.List;

/** The filter of system calls, and the kernel's security modules. */
record SecurityExamination(HostFiles files) implements Examination {
    private static final String AREA = "security";
    private static final String ACTIONS = "/proc/sys/kernel/seccomp/actions_avail";

    @Override
    public List<HostCheck> findings() {
        return List.of(filter(), modules());
    }

    private HostCheck filter() {
        boolean errno = Arrays.asList(files.text(ACTIONS).split("\\s+")).contains("errno");
        return errno
                ? HostCheck.pass(AREA, "seccomp", "system calls can be filtered")
                : HostCheck.fail(
                        AREA,
                        "seccomp",
                        "system calls cannot be filtered",
                        "boot a kernel with CONFIG_SECCOMP_FILTER=y");
    }

    private HostCheck modules() {
        String modules = files.text("/sys/kernel/security/lsm");
        boolean apparmor =
                modules.contains("apparmor")
                        || files.text("/sys/module/apparmor/parameters/enabled").equals("Y");
        boolean selinux = modules.contains("selinux") || files.has("/sys/fs/selinux/enforce");
        if (apparmor || selinux) {
            return HostCheck.pass(
                    AREA,
                    "labels",
                    (apparmor ? "AppArmor" : "SELinux") + " can confine containers");
        }
        return HostCheck.warn(
                AREA,
                "labels",
                "neither AppArmor nor SELinux runs: <seclabel> is refused",
                "boot with security=apparmor");
    }
}
