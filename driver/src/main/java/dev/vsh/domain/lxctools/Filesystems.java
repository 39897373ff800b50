package dev.vsh.domain.lxctools;

import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;

import java.util.List;
import java.util.Optional;

/** Makes filesystems as a document without further words would have them. */
final class Filesystems {
    private Filesystems() {}

    /** An image is a raw one behind a loop device: LXC knows no others. */
    static Filesystem of(FilesystemSource source, String target, boolean readonly) {
        boolean isImage = source instanceof FilesystemSource.File;
        return new Filesystem(
                source,
                target,
                readonly,
                "passthrough",
                isImage ? Optional.of("loop") : Optional.empty(),
                isImage ? Optional.of("raw") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
