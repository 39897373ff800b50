package dev.vsh.domain;

import java.util.List;

/**
 * {@code <vsh:seccomp>}: the system calls that a container is refused.
 *
 * @param policy what holds for calls without a rule
 */
public record SyscallRules(Policy policy, List<Rule> rules) {
    public static final SyscallRules DEFAULT = new SyscallRules(Policy.DEFAULT, List.of());

    public SyscallRules {
        rules = List.copyOf(rules);
    }

    /** What holds for calls without a rule. */
    public enum Policy {
        /** Those that reach the whole machine are refused. */
        DEFAULT,
        /** All are allowed. */
        ALLOW
    }

    /** {@code <vsh:syscall>}; the last of two rules for one call holds. */
    public record Rule(String name, boolean allowed) {}
}
