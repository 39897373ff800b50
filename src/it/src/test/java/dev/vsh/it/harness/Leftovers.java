package dev.vsh.it.harness;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what one sandbox's containers left. Other containers may live on the same machine at the same time, so
 * processes, cgroups and interfaces count only when they bear the sandbox's marks, and mounts unless they are below
 * another sandbox's folder. In a network of the test's own, everything counts that the test did not make.
 *
 * @param before the host before the test
 * @param embedRoot the folder in the connection's URI: helpers write their errors below it
 * @param mark a part of every domain's name, and so of its cgroups' names
 * @param networks the test's own
 */
record Leftovers(Footprint before, Path embedRoot, String mark, List<HostNetwork> networks) {
    /** A line for each. */
    List<String> find() {
        List<String> found = new ArrayList<>();
        Footprint now = Footprint.now();
        mounts(now, found);
        interfaces(found);
        cgroups(found);
        partitions(now, found);
        processes(found);
        files(found);
        loopDevices(found);
        return found;
    }

    private void mounts(Footprint now, List<String> found) {
        now.mounts().stream()
                .filter(mount -> !before.mounts().contains(mount))
                .filter(mount -> mount.contains(mark) || !mount.contains(Sandbox.PREFIX))
                .forEach(mount -> found.add("mount " + mount));
    }

    /** An interface's alias has the domain's name, and that the mark. */
    private void interfaces(List<String> found) {
        for (File link : orEmpty(new File("/sys/class/net").listFiles())) {
            if (read(link.toPath().resolve("ifalias")).contains(mark)) {
                found.add("interface " + link.getName());
            }
        }
        for (HostNetwork network : networks) {
            network.strangers().forEach(name -> found.add("interface " + name + " of the test's"));
        }
    }

    private void cgroups(List<String> found) {
        for (Path hierarchy : Footprint.hierarchies()) {
            groups(hierarchy).forEach(group -> found.add("cgroup " + group));
        }
    }

    private List<Path> groups(Path hierarchy) {
        var groups = new MarkedGroups(mark);
        try {
            Files.walkFileTree(hierarchy, Set.of(), 3, groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups.found();
    }

    private void partitions(Footprint now, List<String> found) {
        now.partitions().stream()
                .filter(partition -> !before.partitions().contains(partition))
                .filter(Leftovers::isEmpty)
                .forEach(partition -> found.add("empty partition " + partition));
    }

    private static boolean isEmpty(Path group) {
        File[] below = group.toFile().listFiles(File::isDirectory);
        return below != null && below.length == 0;
    }

    private void processes(List<String> found) {
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .filter(this::isOurs)
                .forEach(pid -> found.add("process " + pid + ": " + commandLine(pid)));
    }

    private boolean isOurs(long pid) {
        Path process = Path.of("/proc/" + pid);
        return read(process.resolve("cgroup")).contains(mark)
                || read(process.resolve("environ")).contains(mark)
                || hasErrorsBelow(process, embedRoot);
    }

    private static boolean hasErrorsBelow(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("fd/2")).startsWith(folder);
        } catch (IOException _) {
            return false;
        }
    }

    private static String commandLine(long pid) {
        return read(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ').strip();
    }

    /** Nothing when the process is gone, or a zombie. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private void loopDevices(List<String> found) {
        for (File device : orEmpty(new File("/sys/block").listFiles())) {
            String image = read(device.toPath().resolve("loop/backing_file"));
            if (image.contains(mark)) {
                found.add("loop device " + device.getName() + " on " + image.strip());
            }
        }
    }

    private static File[] orEmpty(File @Nullable [] files) {
        return files == null ? new File[0] : files;
    }

    private void files(List<String> found) {
        if (!Files.isDirectory(embedRoot)) {
            return;
        }
        try (Stream<Path> files = Files.walk(embedRoot)) {
            files.filter(file -> !Files.isDirectory(file))
                    .forEach(file -> found.add("file " + file));
        } catch (IOException | UncheckedIOException _) {
            found.add("a look at " + Arrays.toString(embedRoot.toFile().list()));
        }
    }
}
