package dev.vsh.domain;

import java.util.Optional;

/**
 * {@code <vcpu>}.
 *
 * @param maximum the element's text, at least 1
 * @param current {@code @current}, where given
 * @param cpuset {@code @cpuset} in the kernel's list format ({@code 0-3,5}), where given
 * @param placement {@code @placement}: {@code static} or {@code auto}
 */
public record Vcpu(
        int maximum,
        Optional<Integer> current,
        Optional<String> cpuset,
        Optional<String> placement) {
    public static final Vcpu ONE =
            new Vcpu(1, Optional.empty(), Optional.empty(), Optional.of("static"));
}
