package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What the kernel was built with, as far as no look at the running one tells it. */
record KernelExamination(HostFiles files) implements Examination {
    private static final String AREA = "kernel";

    private record Wanted(String option, String purpose) {}

    private static final List<Wanted> OPTIONS =
            List.of(
                    new Wanted("VETH", "interfaces of networks and bridges"),
                    new Wanted("BRIDGE", "virtual networks"),
                    new Wanted("MACVLAN", "<interface type='direct'>"),
                    new Wanted("NF_TABLES", "rules of virtual networks"),
                    new Wanted("BLK_DEV_LOOP", "filesystems and disks in files"),
                    new Wanted("OVERLAY_FS", "overlays inside containers"));

    @Override
    public List<HostCheck> findings() {
        Optional<Set<String>> built = configuration();
        if (built.isEmpty()) {
            return List.of(
                    HostCheck.warn(
                            AREA,
                            "options",
                            "neither /proc/config.gz nor a file in /boot tells them",
                            "modprobe configs"));
        }
        return OPTIONS.stream().map(wanted -> finding(wanted, built.get())).toList();
    }

    private static HostCheck finding(Wanted wanted, Set<String> built) {
        String option = "CONFIG_" + wanted.option;
        return built.contains(option)
                ? HostCheck.pass(AREA, option, wanted.purpose)
                : HostCheck.warn(
                        AREA,
                        option,
                        "not built: no " + wanted.purpose,
                        "boot a kernel with " + option + "=m");
    }

    private Optional<Set<String>> configuration() {
        String release = files.text("/proc/sys/kernel/osrelease");
        return compressed().or(() -> plain("/boot/config-" + release));
    }

    private Optional<Set<String>> compressed() {
        try (InputStream file = Files.newInputStream(files.at("/proc/config.gz"));
                InputStream text = new GZIPInputStream(file)) {
            return Optional.of(built(new String(text.readAllBytes(), StandardCharsets.ISO_8859_1)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Optional<Set<String>> plain(String file) {
        return Optional.of(files.text(file))
                .filter(text -> !text.isEmpty())
                .map(KernelExamination::built);
    }

    private static Set<String> built(String text) {
        return text.lines()
                .filter(line -> line.endsWith("=y") || line.endsWith("=m"))
                .map(line -> line.substring(0, line.length() - 2))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
