package dev.vsh.domain.lxctools;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code lxc.rootfs.*} and {@code lxc.mount.*}: the root, what a table lists, and what stands line by line. */
final class FilesystemsPart {
    private final Settings settings;
    private final Path folder;
    private final Findings findings;

    /**
     * @param folder where the path of a table begins
     */
    FilesystemsPart(Settings settings, Path folder, Findings findings) {
        this.settings = settings;
        this.folder = folder;
        this.findings = findings;
    }

    List<Filesystem> filesystems(ByteSize memory) {
        List<Filesystem> filesystems = new ArrayList<>();
        Optional<Filesystem> root = new RootPart(settings, findings).root();
        root.ifPresent(filesystems::add);
        MountMapping mapping = new MountMapping(root.flatMap(this::rootFolder), memory, findings);
        settings.last("lxc.mount.fstab").stream()
                .flatMap(table -> new MountTable(folder, findings).lines(table).stream())
                .forEach(line -> mapping.map(line).ifPresent(filesystems::add));
        settings.all("lxc.mount.entry").stream()
                .flatMap(entry -> line(entry).stream())
                .forEach(line -> mapping.map(line).ifPresent(filesystems::add));
        return filesystems;
    }

    private Optional<String> rootFolder(Filesystem root) {
        return root.source() instanceof FilesystemSource.Mount(String directory)
                ? Optional.of(directory)
                : Optional.empty();
    }

    private Optional<MountLine> line(Setting entry) {
        Optional<MountLine> line = MountLine.parse(entry);
        if (line.isEmpty()) {
            findings.refuse(entry, "'" + entry.value() + "' is not a source, a target and a type");
        }
        return line;
    }
}
