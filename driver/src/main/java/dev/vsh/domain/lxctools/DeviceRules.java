package dev.vsh.domain.lxctools;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code devices.allow} and {@code devices.deny}: every container has the same devices, and more by {@code <hostdev>}. */
final class DeviceRules {
    /** What every container may use, by numbers: null, zero, full, random, urandom, tty, ptmx, fuse, pts. */
    static final List<String> OF_EVERY_CONTAINER =
            List.of("1:3", "1:5", "1:7", "1:8", "1:9", "5:0", "5:2", "10:229", "136:*");

    /** The console and the virtual terminals, in whose place a container has pseudo-terminals. */
    private static final Set<String> CONSOLES = Set.of("5:1", "4:0", "4:1", "4:*");

    private static final Pattern RULE =
            Pattern.compile("([abc])([ \t]+([0-9*]{1,9}:[0-9*]{1,9})([ \t]+[rwm]{1,3})?)?");

    private final Findings findings;

    private DeviceRules(Findings findings) {
        this.findings = findings;
    }

    /** Warns of every rule that makes a difference. */
    static void check(CgroupSettings cgroup, Findings findings) {
        var rules = new DeviceRules(findings);
        cgroup.allV1("devices.allow").forEach(rules::allow);
        cgroup.allV2("devices.allow").forEach(rules::allow);
        cgroup.allV1("devices.deny").forEach(rules::deny);
        cgroup.allV2("devices.deny").forEach(rules::deny);
    }

    private void allow(Setting setting) {
        Matcher rule = RULE.matcher(setting.value());
        if (!rule.matches()) {
            findings.refuse(setting, "'" + setting.value() + "' is no rule, as c 1:3 rwm");
        } else if (!rule.group(1).equals("c") || !isGiven(String.valueOf(rule.group(3)))) {
            findings.warn(
                    setting,
                    "'"
                            + setting.value()
                            + "' goes beyond what every container has: give it the"
                            + " device itself, by <hostdev mode='capabilities'>");
        }
    }

    private static boolean isGiven(String numbers) {
        return OF_EVERY_CONTAINER.contains(numbers) || CONSOLES.contains(numbers);
    }

    private void deny(Setting setting) {
        Matcher rule = RULE.matcher(setting.value());
        if (!rule.matches()) {
            findings.refuse(setting, "'" + setting.value() + "' is no rule, as c 1:3 rwm");
        } else if (OF_EVERY_CONTAINER.contains(String.valueOf(rule.group(3)))) {
            findings.warn(setting, "'" + setting.value() + "' is a device of every container");
        }
    }
}
