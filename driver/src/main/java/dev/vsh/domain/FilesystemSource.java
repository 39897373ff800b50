package dev.vsh.domain;

/** Where a {@code <filesystem>} comes from: its {@code @type} and its {@code <source>}. */
public sealed interface FilesystemSource {
    /** A folder or file of the host. */
    record Mount(String directory) implements FilesystemSource {}

    /** A path inside the container. */
    record Bind(String directory) implements FilesystemSource {}

    /** A disk image of the host. */
    record File(String path) implements FilesystemSource {}

    /** A block device of the host. */
    record Block(String device) implements FilesystemSource {}

    /** Memory. */
    record Ram(ByteSize usage) implements FilesystemSource {}

    /** A template by name; no container driver knows any. */
    record Template(String name) implements FilesystemSource {}

    /** A volume of a storage pool. */
    record Volume(String pool, String volume) implements FilesystemSource {}
}
