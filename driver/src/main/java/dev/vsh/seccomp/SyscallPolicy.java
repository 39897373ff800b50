package dev.vsh.seccomp;

import dev.vsh.domain.SyscallRules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of each call that not everybody may make.
 *
 * @param verdicts by name; a call that is not in it is allowed
 */
record SyscallPolicy(Map<String, Verdict> verdicts) {
    SyscallPolicy {
        verdicts = Map.copyOf(verdicts);
    }

    /**
     * @param given capabilities that the document names and gives
     */
    static SyscallPolicy of(SyscallRules rules, Set<String> given) {
        Map<String, Verdict> verdicts =
                switch (rules.policy()) {
                    case DEFAULT -> DefaultRules.verdicts(given);
                    case ALLOW -> new LinkedHashMap<>();
                };
        for (SyscallRules.Rule rule : rules.rules()) {
            verdicts.put(rule.name(), rule.allowed() ? new Verdict.Allow() : Verdict.REFUSE);
        }
        verdicts.values().removeIf(Verdict.Allow.class::isInstance);
        return new SyscallPolicy(verdicts);
    }
}
