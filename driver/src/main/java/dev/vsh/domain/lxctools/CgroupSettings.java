package dev.vsh.domain.lxctools;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code lxc.cgroup.*} and {@code lxc.cgroup2.*}: what the kernel's files are to hold on a host with cgroup v1 and v2. A
 * definition says each thing once.
 */
final class CgroupSettings {
    private static final String V1 = "lxc.cgroup.";
    private static final String V2 = "lxc.cgroup2.";

    private final Settings settings;
    private final Findings findings;

    CgroupSettings(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Optional<Setting> v1(String file) {
        return settings.last(V1 + file);
    }

    Optional<Setting> v2(String file) {
        return settings.last(V2 + file);
    }

    List<Setting> allV1(String file) {
        return settings.all(V1 + file);
    }

    List<Setting> allV2(String file) {
        return settings.all(V2 + file);
    }

    /** What the two files say in the same words. */
    <T> Optional<T> either(String v1, String v2, Function<Setting, Optional<T>> parse) {
        Optional<Setting> one = v1(v1);
        Optional<Setting> two = v2(v2);
        return choose(one, one.flatMap(parse), two, two.flatMap(parse));
    }

    /** The value for v2 where there are two; with a warning when they are not the same. */
    <T> Optional<T> choose(
            Optional<Setting> one, Optional<T> v1, Optional<Setting> two, Optional<T> v2) {
        if (v1.isPresent() && v2.isPresent() && !v1.equals(v2)) {
            findings.warn(
                    one.orElseThrow(), "the value of " + two.orElseThrow().key() + " is taken");
        }
        return v2.or(() -> v1);
    }
}
