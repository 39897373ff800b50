package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether ranges of ids are set aside for containers with {@code <idmap>}. */
record IdExamination(HostFiles files) implements Examination {
    private static final String AREA = "ids";

    @Override
    public List<HostCheck> findings() {
        return Stream.of("/etc/subuid", "/etc/subgid").map(this::finding).toList();
    }

    private HostCheck finding(String file) {
        Optional<String> range =
                files.text(file).lines().filter(line -> line.startsWith("root:")).findFirst();
        return range.map(line -> HostCheck.pass(AREA, file, "root has " + line.substring(5)))
                .orElseGet(
                        () ->
                                HostCheck.warn(
                                        AREA,
                                        file,
                                        "no range is set aside for root: the ids of an <idmap> may"
                                                + " be a user's",
                                        "echo root:1000000:1000000000 >>" + file));
    }
}
