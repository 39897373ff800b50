package dev.vsh.domain.lxctools;

import dev.vsh.domain.Init;
import dev.vsh.domain.Init.EnvironmentVariable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code lxc.init.*}, {@code lxc.execute.cmd}, {@code lxc.environment}, {@code lxc.arch}: the first process. */
final class InitPart {
    private static final String DEFAULT = "/sbin/init";
    private static final long MAX_ID = 0xffff_fffeL;

    /** LXC's names for what the kernel calls otherwise. */
    private static final Map<String, String> ARCHITECTURES =
            Map.ofEntries(
                    Map.entry("x86", "i686"),
                    Map.entry("i386", "i686"),
                    Map.entry("i486", "i686"),
                    Map.entry("i586", "i686"),
                    Map.entry("athlon", "i686"),
                    Map.entry("linux32", "i686"),
                    Map.entry("amd64", "x86_64"),
                    Map.entry("linux64", "x86_64"),
                    Map.entry("arm64", "aarch64"),
                    Map.entry("arm", "armv7l"),
                    Map.entry("armel", "armv7l"),
                    Map.entry("armhf", "armv7l"),
                    Map.entry("powerpc", "ppc"),
                    Map.entry("powerpc64", "ppc64"),
                    Map.entry("ppc64el", "ppc64le"));

    private static final Set<String> KERNELS_OWN =
            Set.of(
                    "i686",
                    "x86_64",
                    "aarch64",
                    "armv7l",
                    "mips",
                    "mipsel",
                    "mips64",
                    "mips64el",
                    "ppc",
                    "ppc64",
                    "ppc64le",
                    "riscv64",
                    "s390x",
                    "loongarch64");

    private final Settings settings;
    private final Findings findings;

    InitPart(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Init init() {
        List<String> command = command();
        return new Init(
                settings.last("lxc.arch").flatMap(this::architecture),
                command.getFirst(),
                command.subList(1, command.size()),
                environment(),
                settings.last("lxc.init.cwd").flatMap(this::absolute),
                settings.last("lxc.init.uid").flatMap(this::id),
                settings.last("lxc.init.gid").flatMap(this::id),
                Optional.empty());
    }

    /** What {@code lxc-start} runs; else what {@code lxc-execute} does. */
    private List<String> command() {
        Optional<Setting> start = settings.last("lxc.init.cmd");
        Optional<Setting> execute = settings.last("lxc.execute.cmd");
        if (start.isPresent()) {
            execute.ifPresent(other -> findings.warn(other, "lxc.init.cmd is what starts"));
        }
        return start.or(() -> execute).flatMap(this::command).orElse(List.of(DEFAULT));
    }

    private Optional<List<String>> command(Setting setting) {
        List<String> words = CommandWords.split(setting.value());
        if (words.isEmpty() || !words.getFirst().startsWith("/")) {
            findings.refuse(
                    setting, "'" + setting.value() + "' does not begin with an absolute path");
            return Optional.empty();
        }
        if (words.contains("")) {
            findings.refuse(setting, "an argument is empty, and an <initarg> cannot be");
            return Optional.empty();
        }
        return Optional.of(words);
    }

    private Optional<String> absolute(Setting setting) {
        if (!setting.value().startsWith("/")) {
            findings.refuse(setting, "'" + setting.value() + "' is not an absolute path");
            return Optional.empty();
        }
        return Optional.of(setting.value());
    }

    /** With the sign that says it is a number, not a name made of digits. */
    private Optional<String> id(Setting setting) {
        return new Numbers(findings).between(0, MAX_ID, setting).map(id -> "+" + id);
    }

    private Optional<String> architecture(Setting setting) {
        String name =
                Optional.ofNullable(ARCHITECTURES.get(setting.value())).orElse(setting.value());
        if (!KERNELS_OWN.contains(name)) {
            findings.refuse(setting, "'" + setting.value() + "' is no architecture that LXC knows");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private List<EnvironmentVariable> environment() {
        List<EnvironmentVariable> variables = new ArrayList<>();
        for (Setting setting : settings.all("lxc.environment")) {
            variable(setting).ifPresent(variables::add);
        }
        return variables;
    }

    private Optional<EnvironmentVariable> variable(Setting setting) {
        int equals = setting.value().indexOf('=');
        String name = equals < 0 ? setting.value() : setting.value().substring(0, equals);
        if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
            findings.refuse(setting, "'" + name + "' is not the name of a variable");
        } else if (equals < 0) {
            findings.warn(setting, "a domain inherits no variable of whoever starts it");
        } else if (equals == setting.value().length() - 1) {
            findings.warn(setting, "the value is empty, and that of an <initenv> cannot be");
        } else {
            return Optional.of(
                    new EnvironmentVariable(name, setting.value().substring(equals + 1)));
        }
        return Optional.empty();
    }
}
