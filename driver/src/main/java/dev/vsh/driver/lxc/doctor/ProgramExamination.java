package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs of others that are called, or run beside containers.
 *
 * @param path folders to look in, as {@code PATH} has them
 */
record ProgramExamination(HostFiles files, String path) implements Examination {
    private static final String AREA = "programs";

    private record Wanted(String program, String debianPackage, String without) {}

    private static final List<Wanted> PROGRAMS =
            List.of(
                    new Wanted("nft", "nftables", "virtual networks with <forward> do not start"),
                    new Wanted(
                            "dnsmasq",
                            "dnsmasq-base",
                            "virtual networks with <dhcp> or <dns> do not start"),
                    new Wanted("stty", "coreutils", "no lines can be edited at a terminal"));

    @Override
    public List<HostCheck> findings() {
        return Stream.concat(PROGRAMS.stream().map(this::finding), Stream.of(views())).toList();
    }

    private HostCheck finding(Wanted wanted) {
        return find(wanted.program)
                .map(found -> HostCheck.pass(AREA, wanted.program, found))
                .orElseGet(
                        () ->
                                HostCheck.warn(
                                        AREA,
                                        wanted.program,
                                        "not found: " + wanted.without,
                                        "apt install " + wanted.debianPackage));
    }

    private Optional<String> find(String program) {
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, program))
                .map(Path::toString)
                .filter(file -> Files.isExecutable(files.at(file)))
                .findFirst();
    }

    /** Never a complaint: without lxcfs the helper does the same. */
    private HostCheck views() {
        boolean mounted = files.has("/var/lib/lxcfs/proc/meminfo");
        return HostCheck.pass(
                AREA,
                "lxcfs",
                mounted
                        ? "/proc of containers comes from it"
                        : "not mounted: /proc of containers comes from their helpers");
    }
}
