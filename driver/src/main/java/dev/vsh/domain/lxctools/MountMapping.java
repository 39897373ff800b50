package dev.vsh.domain.lxctools;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a filesystem of each line that mounts something a container does not have anyway. */
final class MountMapping {
    /** By target, the types that are mounted there in every container; with a size of its own, a tmpfs is not. */
    private static final Map<String, Set<String>> OF_EVERY_CONTAINER =
            Map.of(
                    "/proc", Set.of("proc"),
                    "/sys", Set.of("sysfs"),
                    "/dev", Set.of("tmpfs", "devtmpfs"),
                    "/dev/pts", Set.of("devpts"),
                    "/dev/shm", Set.of("tmpfs"),
                    "/dev/mqueue", Set.of("mqueue"),
                    "/sys/fs/cgroup", Set.of("cgroup", "cgroup2", "tmpfs"));

    /** What only says how a mount is made, or is so in any case. */
    private static final Set<String> WITHOUT_TRACE =
            Set.of("defaults", "rw", "ro", "bind", "rbind", "optional", "relative", "loop");

    private final Optional<String> root;
    private final TmpfsSize tmpfs;
    private final Findings findings;

    /**
     * @param root the host's path of the container's root, which old configurations put before targets
     * @param memory what a tmpfs with a size in per cent has a part of
     */
    MountMapping(Optional<String> root, ByteSize memory, Findings findings) {
        this.root = root;
        this.tmpfs = new TmpfsSize(memory, findings);
        this.findings = findings;
    }

    Optional<Filesystem> map(MountLine line) {
        String target = target(line.target());
        boolean hasSize = line.options().stream().anyMatch(option -> option.startsWith("size="));
        if (!line.isBind()
                && !hasSize
                && OF_EVERY_CONTAINER.getOrDefault(target, Set.of()).contains(line.type())) {
            return Optional.empty();
        }
        if (target.equals("/") || Arrays.asList(target.split("/")).contains("..")) {
            findings.refuse(line.setting(), "'" + line.target() + "' is no target of a mount");
            return Optional.empty();
        }
        Optional<FilesystemSource> source = source(line);
        source.ifPresent(_ -> warnOfOptions(line));
        return source.map(each -> Filesystems.of(each, target, line.has("ro")));
    }

    private String target(String written) {
        String inside =
                root.filter(folder -> written.startsWith(folder + "/"))
                        .map(folder -> written.substring(folder.length()))
                        .orElse(written);
        return Arrays.stream(inside.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/", "/", ""));
    }

    private Optional<FilesystemSource> source(MountLine line) {
        if (line.isBind() && line.has("relative")) {
            return Optional.of(new FilesystemSource.Bind(target(line.source())));
        }
        if (line.type().equals("tmpfs") && !line.isBind()) {
            return Optional.of(new FilesystemSource.Ram(tmpfs.of(line)));
        }
        if (!line.source().startsWith("/")) {
            findings.warn(
                    line.setting(),
                    "there is no <filesystem> of type '"
                            + line.type()
                            + "' for '"
                            + line.target()
                            + "'");
            return Optional.empty();
        }
        if (line.has("optional") && !ConfigFiles.exists(line.source())) {
            findings.warn(
                    line.setting(), "'" + line.source() + "' does not exist, and it is optional");
            return Optional.empty();
        }
        return Optional.of(absolute(line));
    }

    private static FilesystemSource absolute(MountLine line) {
        if (line.isBind() || List.of("none", "bind").contains(line.type())) {
            return new FilesystemSource.Mount(line.source());
        }
        if (line.source().startsWith("/dev/")) {
            return new FilesystemSource.Block(line.source());
        }
        return line.has("loop") || ConfigFiles.isRegularFile(line.source())
                ? new FilesystemSource.File(line.source())
                : new FilesystemSource.Mount(line.source());
    }

    private static boolean isOfEveryTmpfs(MountLine line, String option) {
        return line.type().equals("tmpfs") && List.of("nosuid", "nodev").contains(option);
    }

    private void warnOfOptions(MountLine line) {
        List<String> lost =
                line.options().stream()
                        .filter(option -> !WITHOUT_TRACE.contains(option))
                        .filter(option -> !isOfEveryTmpfs(line, option))
                        .filter(option -> !option.startsWith("create="))
                        .filter(option -> !option.startsWith("size="))
                        .toList();
        if (!lost.isEmpty()) {
            findings.warn(
                    line.setting(), "a <filesystem> has no options " + String.join(",", lost));
        }
    }
}
