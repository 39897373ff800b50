package dev.vsh.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The filesystems that an image or a block device may hold, and what they are mounted with. */
public enum FilesystemType {
    /** ext2 and ext3 as well. An image may ask for a panic of the host in case of errors; it does not get it. */
    EXT4(List.of("errors=remount-ro"), List.of("noload")),
    /** A copy of an image has the same UUID, of which the kernel takes only one at a time unless told otherwise. */
    XFS(List.of("nouuid"), List.of("nouuid", "norecovery")),
    BTRFS(List.of(), List.of()),
    SQUASHFS(List.of(), List.of());

    private final List<String> options;
    private final List<String> untouched;

    FilesystemType(List<String> options, List<String> untouched) {
        this.options = options;
        this.untouched = untouched;
    }

    /** The kernel's name for it. */
    public String kernelName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWritable() {
        return this != SQUASHFS;
    }

    /** What it is mounted with for a look inside: nothing is repaired, so that nothing is written. */
    public List<String> optionsForALook() {
        return Stream.concat(Stream.of("ro"), untouched.stream()).toList();
    }

    List<String> options() {
        return options;
    }
}
