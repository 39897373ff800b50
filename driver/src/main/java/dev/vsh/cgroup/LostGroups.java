package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Containers' groups whose helper does not live, found by their names; whose they are stands on each. Partitions are
 * looked through as far as their names tell them from other groups.
 *
 * @param proc where procfs is mounted
 */
public record LostGroups(CgroupHost host, Path proc) {
    private static final String MACHINE_PREFIX = "lxc-";
    private static final Pattern MACHINE =
            Pattern.compile("(" + MACHINE_PREFIX + "([0-9]{1,18})-.*)\\.libvirt-lxc");
    private static final String PARTITION = ".partition";
    private static final String USER_ATTRIBUTES = "user.";

    /** Those that {@code owner} has made, each once, in however many hierarchies it is. */
    public Set<CgroupPath> of(String owner) {
        Set<String> living = new HashSet<>();
        return host.hierarchies().stream()
                .flatMap(mounted -> below(mounted.mountPoint(), "", living))
                .filter(lost -> owner.equals(owner(lost.group())))
                .map(Lost::path)
                .collect(Collectors.toSet());
    }

    /** One group in one hierarchy. */
    private record Lost(Path group, CgroupPath path) {}

    /**
     * @param living names of groups whose helper lives, which are the same in every hierarchy
     */
    private Stream<Lost> below(Path folder, String partition, Set<String> living) {
        return names(folder)
                .flatMap(
                        name ->
                                isPartition(name, partition)
                                        ? below(
                                                folder.resolve(name),
                                                partition + "/" + name,
                                                living)
                                        : at(folder, name, partition, living));
    }

    private Stream<Lost> at(Path folder, String name, String partition, Set<String> living) {
        // Nearly all are files of the kernel's, for which this is shorter.
        if (!name.startsWith(MACHINE_PREFIX) || living.contains(name)) {
            return Stream.empty();
        }
        Matcher machine = MACHINE.matcher(name);
        if (!machine.matches()) {
            return Stream.empty();
        }
        if (isAlive(machine.group(2))) {
            living.add(name);
            return Stream.empty();
        }
        String above = partition.isEmpty() ? "/" : partition;
        return Stream.of(new Lost(folder.resolve(name), new CgroupPath(above, machine.group(1))));
    }

    /** Of all that is there: to ask which are folders would take longer than the rest, and their names tell. */
    private static Stream<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? Stream.empty() : Arrays.stream(names);
    }

    private static boolean isPartition(String name, String above) {
        return name.endsWith(PARTITION) || (above.isEmpty() && CgroupPath.FIXED.contains(name));
    }

    private boolean isAlive(String pid) {
        return Files.exists(proc.resolve(pid));
    }

    /** Empty when nobody's name is on it, or it has just gone. */
    private static String owner(Path group) {
        String name = CgroupPlan.OWNER_ATTRIBUTE.substring(USER_ATTRIBUTES.length());
        try {
            UserDefinedFileAttributeView attributes =
                    Objects.requireNonNull(
                            Files.getFileAttributeView(group, UserDefinedFileAttributeView.class));
            ByteBuffer value = ByteBuffer.allocate(attributes.size(name));
            attributes.read(name, value);
            return StandardCharsets.UTF_8.decode(value.flip()).toString();
        } catch (IOException _) {
            return "";
        }
    }
}
