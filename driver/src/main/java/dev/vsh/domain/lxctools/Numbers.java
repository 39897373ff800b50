package dev.vsh.domain.lxctools;

import java.util.Optional;

/** Reads the numbers of a configuration; what is none is refused where it stands. */
final class Numbers {
    private final Findings findings;

    Numbers(Findings findings) {
        this.findings = findings;
    }

    Optional<Long> between(long least, long most, Setting setting) {
        Optional<Long> number =
                parse(setting.value()).filter(each -> each >= least && each <= most);
        if (number.isEmpty()) {
            refuse(setting, "a number from " + least + " to " + most);
        }
        return number;
    }

    void refuse(Setting setting, String expected) {
        findings.refuse(setting, "'" + setting.value() + "' is not " + expected);
    }

    static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
