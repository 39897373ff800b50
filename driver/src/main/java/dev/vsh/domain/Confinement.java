package dev.vsh.domain;

/**
 * {@code <vsh:container>}: what keeps a container in its place and has no element in libvirt.
 *
 * @param noNewPrivileges whether an execve(2) can give nothing more: no set-user-ID, no file capabilities
 */
public record Confinement(ProcessLimit processes, SyscallRules syscalls, boolean noNewPrivileges) {
    public static final Confinement DEFAULT =
            new Confinement(new ProcessLimit.Standard(), SyscallRules.DEFAULT, false);
}
