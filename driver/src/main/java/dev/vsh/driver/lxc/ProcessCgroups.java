package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The groups that a process is in now. What joins the init goes there and not to where the container began: an init
 * such as systemd moves itself to a group of its own, and the kernel then takes no process in the one above.
 */
final class ProcessCgroups {
    private static final String NAMED = "name=";

    private final Path file;

    ProcessCgroups(long pid) {
        this.file = Path.of("/proc", Long.toString(pid), "cgroup");
    }

    /** The files that take processes, one for each hierarchy of the host. */
    List<String> memberLists(CgroupHost host) {
        List<String> files = new ArrayList<>();
        for (String line : lines()) {
            // ID:controllers:path, cgroups(7); the path may have colons
            String[] fields = line.split(":", 3);
            if (fields.length == 3) {
                mounted(host, fields[1])
                        .map(each -> each.mountPoint() + fields[2] + "/cgroup.procs")
                        .ifPresent(files::add);
            }
        }
        return files;
    }

    private static Optional<CgroupHost.Mounted> mounted(CgroupHost host, String controllers) {
        return host.hierarchies().stream().filter(each -> isCalled(each, controllers)).findFirst();
    }

    private static boolean isCalled(CgroupHost.Mounted mounted, String controllers) {
        return switch (mounted) {
            case CgroupHost.Mounted.V2 _ -> controllers.isEmpty();
            case CgroupHost.Mounted.V1(Path _, Set<String> own, Optional<String> name) ->
                    name.map(each -> controllers.equals(NAMED + each))
                            .orElseGet(
                                    () ->
                                            !controllers.isEmpty()
                                                    && own.containsAll(
                                                            Arrays.asList(controllers.split(","))));
        };
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return List.of();
        }
    }
}
