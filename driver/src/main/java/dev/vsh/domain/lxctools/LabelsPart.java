package dev.vsh.domain.lxctools;

import dev.vsh.domain.SecurityLabel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code lxc.apparmor.profile} and {@code lxc.selinux.context}. */
final class LabelsPart {
    /** Not names of profiles, but wishes to LXC. */
    private static final Set<String> LXC_MAKES_IT = Set.of("generated", "unchanged");

    private LabelsPart() {}

    static List<SecurityLabel> labels(Settings settings, Findings findings) {
        List<SecurityLabel> labels = new ArrayList<>();
        settings.last("lxc.apparmor.profile")
                .ifPresent(
                        profile -> {
                            if (LXC_MAKES_IT.contains(profile.value())) {
                                findings.warn(
                                        profile,
                                        "'" + profile.value() + "' is a profile that LXC makes up");
                            } else {
                                labels.add(label("apparmor", profile.value(), "unconfined"));
                            }
                        });
        settings.last("lxc.selinux.context")
                .ifPresent(
                        context -> labels.add(label("selinux", context.value(), "unconfined_t")));
        return labels;
    }

    private static SecurityLabel label(String model, String label, String unconfined) {
        boolean confined = !label.equals(unconfined);
        return new SecurityLabel(
                confined ? "static" : "none",
                Optional.of(model),
                Optional.empty(),
                confined ? Optional.of(label) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
