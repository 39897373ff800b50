package dev.vsh.domain.lxctools;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An LXC configuration and where it came from.
 *
 * @param text the whole file
 * @param origin what to call it in messages
 * @param file where it is, absolute: the relative paths in it begin beside it
 */
public record ConfigDocument(String text, String origin, Path file) {
    Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }
}
