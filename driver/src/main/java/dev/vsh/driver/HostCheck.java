package dev.vsh.driver;

import java.util.Optional;

/**
 * Whether a host has something that containers need.
 *
 * @param area what it belongs to, as {@code cgroups}
 * @param subject what was looked at, as {@code controller memory}
 * @param finding what was found, for people
 * @param remedy the command that mends it
 */
public record HostCheck(
        String area, String subject, Verdict verdict, String finding, Optional<String> remedy) {
    /** How bad it is. */
    public enum Verdict {
        PASS,

        /** Something cannot be used; all else works. */
        WARN,

        /** No container starts, or none is safe. */
        FAIL
    }

    public static HostCheck pass(String area, String subject, String finding) {
        return new HostCheck(area, subject, Verdict.PASS, finding, Optional.empty());
    }

    public static HostCheck warn(String area, String subject, String finding, String remedy) {
        return new HostCheck(area, subject, Verdict.WARN, finding, Optional.of(remedy));
    }

    public static HostCheck fail(String area, String subject, String finding, String remedy) {
        return new HostCheck(area, subject, Verdict.FAIL, finding, Optional.of(remedy));
    }
}
