package dev.vsh.driver.lxc;

import dev.vsh.plan.FilesystemType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells by the first bytes of an image or a block device what is on it, as libblkid does.
 *
 * @param bytes a character each
 */
record Superblock(String bytes) {
    /** Behind btrfs's mark, which is the farthest. */
    private static final int LENGTH = 0x10048;

    private record Mark(int offset, String text) {
        boolean isIn(String bytes) {
            return bytes.startsWith(text, offset);
        }
    }

    private record Foreign(Mark mark, String description) {}

    /** In the order of likelihood; a partition table comes last, because boot sectors end like one. */
    private static final List<Foreign> FOREIGN =
            List.of(
                    new Foreign(
                            new Mark(0, "QFI\u00fb"),
                            "a qcow2 image; qemu-img convert -O raw makes a raw one of it"),
                    new Foreign(new Mark(0, "KDMV"), "a VMDK image; only raw images can be used"),
                    new Foreign(new Mark(0x40, "\u007f\u0010\u00da\u00be"), "a VDI image"),
                    new Foreign(new Mark(0, "LUKS\u00ba\u00be"), "an encrypted volume"),
                    new Foreign(new Mark(0x218, "LVM2 001"), "a physical volume of LVM"),
                    new Foreign(new Mark(0x8001, "CD001"), "an ISO 9660 filesystem"),
                    new Foreign(new Mark(0x400, "\u00e2\u00e1\u00f5\u00e0"), "an EROFS filesystem"),
                    new Foreign(new Mark(0xff6, "SWAPSPACE2"), "swap space"),
                    new Foreign(new Mark(0x36, "FAT"), "a FAT filesystem"),
                    new Foreign(new Mark(0x52, "FAT32"), "a FAT filesystem"),
                    new Foreign(
                            new Mark(0x1fe, "U\u00aa"), "a disk of partitions; give one of them"));

    /**
     * @throws IOException when the file cannot be read
     */
    static Superblock read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // As much as there is: an image may be shorter.
            }
            return new Superblock(
                    new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
        }
    }

    Optional<FilesystemType> type() {
        return Arrays.stream(FilesystemType.values())
                .filter(type -> mark(type).isIn(bytes))
                .findFirst();
    }

    private static Mark mark(FilesystemType type) {
        return switch (type) {
            case EXT4 -> new Mark(0x438, "S\u00ef");
            case XFS -> new Mark(0, "XFSB");
            case BTRFS -> new Mark(0x10040, "_BHRfS_M");
            case SQUASHFS -> new Mark(0, "hsqs");
        };
    }

    /** What it is instead of a filesystem that can be mounted. */
    String description() {
        if (bytes.isEmpty()) {
            return "empty";
        }
        return FOREIGN.stream()
                .filter(foreign -> foreign.mark().isIn(bytes))
                .map(Foreign::description)
                .findFirst()
                .orElse("of another kind");
    }
}
