package dev.vsh.plan;

import java.util.List;
import java.util.Locale;

/** The filesystems that an image or a block device may hold, and what they are mounted with. */
public enum FilesystemType {
    /** ext2 and ext3 as well. An image may ask for a panic of the host in case of errors; it does not get it. */
    EXT4("errors=remount-ro"),
    /** A copy of an image has the same UUID, of which the kernel takes only one at a time unless told otherwise. */
    XFS("nouuid"),
    BTRFS(),
    SQUASHFS();

    private final List<String> options;

    FilesystemType(String... options) {
        this.options = List.of(options);
    }

    /** The kernel's name for it. */
    public String kernelName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWritable() {
        return this != SQUASHFS;
    }

    List<String> options() {
        return options;
    }
}
