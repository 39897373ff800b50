package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_WRONLY;

import dev.vsh.linux.Errno;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;

import java.util.ArrayList;
import java.util.List;

/** The steps that take from what will be the init what it may not do. */
final class ConfinementSteps {
    private static final int CAPABILITIES = 64;
    private static final int LINUX_CAPABILITY_VERSION_3 = 0x20080522;
    private static final long SYS_ADMIN = 1L << 21;

    private final SecurityPlan security;
    private final long uid;
    private final ProgramBuilder.Section container;

    /**
     * @param uid whose the process will be, in the container
     */
    ConfinementSteps(SecurityPlan security, long uid, ProgramBuilder.Section container) {
        this.security = security;
        this.uid = uid;
        this.container = container;
    }

    /**
     * @param proc the container's {@code /proc}, whatever is mounted over it
     */
    void takeLabel(Slot proc) {
        security.label().ifPresent(label -> takeLabel(label, proc));
    }

    /** Opened and written by the same credentials, as the kernel demands; nothing changes before the execve(2). */
    private void takeLabel(SecurityPlan.Label label, Slot proc) {
        String step = "take the security label '" + label.name() + "'";
        Slot file =
                container.get(
                        "label",
                        step,
                        SystemCall.OPENAT,
                        Argument.result(proc),
                        Argument.text(label.file()),
                        Argument.flags(O_WRONLY, O_CLOEXEC));
        container.run(
                step,
                SystemCall.WRITE,
                Argument.result(file),
                Argument.text(label.text()),
                Argument.number(label.text().length()));
        container.run(step, SystemCall.CLOSE, Argument.result(file));
    }

    /** A change to another user would take the one that the filter needs. Over with the execve(2). */
    void keepCapabilities() {
        if (isFiltered()) {
            container.run(
                    "become the init's user",
                    SystemCall.PRCTL,
                    Argument.constant(ProcessFlags.PR_SET_KEEPCAPS),
                    Argument.number(1));
        }
    }

    private boolean isFiltered() {
        return !security.syscallFilter().isEmpty();
    }

    /** Last of all, or the filter would have to let through what only these steps need. */
    void confine() {
        if (security.noNewPrivileges()) {
            container.run(
                    "allow no new privileges",
                    SystemCall.PRCTL,
                    Argument.constant(ProcessFlags.PR_SET_NO_NEW_PRIVS),
                    Argument.number(1),
                    Argument.number(0),
                    Argument.number(0),
                    Argument.number(0));
        }
        if (isFiltered()) {
            container.run(
                    "filter system calls",
                    SystemCall.SECCOMP,
                    Argument.constant(ProcessFlags.SECCOMP_SET_MODE_FILTER),
                    // Or kernels before 5.16 would slow down every process of the container.
                    Argument.constant(ProcessFlags.SECCOMP_FILTER_FLAG_SPEC_ALLOW),
                    filter(security.syscallFilter()));
        }
    }

    /** {@code struct sock_fprog}: count, padded, and instructions. */
    private static Argument filter(List<Long> instructions) {
        var code =
                new Argument.Structure(
                        instructions.stream()
                                .<Argument.Field>map(Argument.Field.Int64::new)
                                .toList(),
                        "[…]");
        return new Argument.Structure(
                List.of(
                        new Argument.Field.Int64(instructions.size()),
                        new Argument.Field.Pointer(code)),
                "{" + instructions.size() + " instructions}");
    }

    void limitCapabilities() {
        for (int capability = 0; capability < CAPABILITIES; capability++) {
            if (((security.capabilities().bounding() >> capability) & 1) == 0) {
                // EINVAL: this kernel has no such capability.
                container
                        .tolerating(Errno.EINVAL)
                        .run(
                                "drop capabilities",
                                SystemCall.PRCTL,
                                Argument.constant(ProcessFlags.PR_CAPBSET_DROP),
                                Argument.number(capability));
            }
        }
    }

    /** Inheritable stays empty: CVE-2022-24769 and CVE-2022-29162 were about container tools that filled it. */
    void setCapabilities() {
        long kept = uid == 0 ? security.capabilities().init() : 0;
        // The execve(2) takes it away: root gets what the bounding set has, others get nothing.
        long effective = isFiltered() ? kept | SYS_ADMIN : kept;
        List<Argument.Field> header =
                List.of(
                        new Argument.Field.Int32(LINUX_CAPABILITY_VERSION_3),
                        new Argument.Field.Int32(0));
        List<Argument.Field> data = new ArrayList<>();
        for (int half = 0; half <= 1; half++) {
            long bits = (effective >>> (32 * half)) & 0xffffffffL;
            data.add(new Argument.Field.Int32(bits));
            data.add(new Argument.Field.Int32(bits));
            data.add(new Argument.Field.Int32(0));
        }
        container.run(
                "drop capabilities",
                SystemCall.CAPSET,
                new Argument.Structure(header, "{_LINUX_CAPABILITY_VERSION_3, 0}"),
                new Argument.Structure(data, String.format("{0x%x, inheritable=0}", effective)));
    }
}
