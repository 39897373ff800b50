package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <filesystem>}: something mounted in the container.
 *
 * @param target absolute path inside the container; {@code /} is the root
 * @param accessMode passthrough (default), mapped or squash
 * @param others attributes and children of no meaning for containers (model, multidevs, wrpolicy, …), as XML
 */
public record Filesystem(
        FilesystemSource source,
        String target,
        boolean readonly,
        String accessMode,
        Optional<String> driverType,
        Optional<String> driverFormat,
        Optional<ByteSize> spaceHardLimit,
        Optional<ByteSize> spaceSoftLimit,
        List<OpaqueElement> others)
        implements Device {
    public Filesystem {
        others = List.copyOf(others);
    }

    public boolean isRoot() {
        return target.equals("/");
    }
}
